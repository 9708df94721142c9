"""What stops a run. What is wrong with a page is a finding, never one of these."""


class MdnkitError(Exception):
    """A run cannot go on; the message is one line that says what is wrong, where, and what to do."""


class UsageError(MdnkitError):
    """The command line asks for something that does not exist: a path, a rule, a format, a locale."""


class ConfigError(MdnkitError):
    """A configuration file or a configured root cannot be used."""


class HistoryError(MdnkitError):
    """The English history cannot be read: no git, no repository, a clone that failed."""


class EngineError(MdnkitError):
    """No JavaScript engine can be started here."""


class WriteError(MdnkitError):
    """A file cannot be written, or was changed by somebody else meanwhile."""
