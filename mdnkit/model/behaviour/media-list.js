// Lists of media queries. https://drafts.csswg.org/cssom-1/#the-medialist-interface
(function (kit) {
  "use strict";

  // https://drafts.csswg.org/cssom-1/#parse-a-media-query-list
  function queries(text) {
    const parts = kit.cssTidy(text) === "" ? [] : kit.cssSplit(text, ",");
    for (let i = 0; i < parts.length; i += 1) parts[i] = kit.mediaQueryText(parts[i]);
    return parts;
  }

  // The list object of a text.
  kit.mediaList = function (text) {
    const list = kit.makeNamed("MediaList", "media");
    list.queries = queries(text);
    return list.object;
  };

  function known(list) {
    if (list.queries === undefined) kit.assume("MediaList: empty");
    list.queries ??= [];
    return list.queries;
  }

  kit.behave("MediaList", {
    items: (list) => known(list),
    "get mediaText": (list) => known(list).join(", "),
    "set mediaText"(list, text) {
      list.queries = queries(text);
    },
    appendMedium(list, text) {
      const [query] = queries(text);
      if (query !== undefined && kit.listIndex(known(list), query) < 0)
        kit.push(list.queries, query);
    },
    deleteMedium(list, text) {
      const [query] = queries(text);
      const kept = [];
      const { length } = known(list);
      for (let i = 0; i < length; i += 1) {
        if (list.queries[i] !== query) kit.push(kept, list.queries[i]);
      }
      if (kept.length === length) throw kit.domException("NotFoundError", `${text} is not listed`);
      list.queries = kept;
    },
  });
});
