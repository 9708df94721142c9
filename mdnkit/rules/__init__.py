"""What is checked. The folder of a rule says what it is given: a page, a site, a translation pair, the model, an example."""
