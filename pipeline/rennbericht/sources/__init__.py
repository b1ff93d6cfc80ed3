"""Reading articles: text files and JSON of the usual scrapers, one record in memory at a time.

What is done, and in what order:

1. The format is judged by content, not by the ending: magic bytes (gzip, zstd, xz, bz2), byte
   order mark, first characters (`{` and `[` open JSON). `--format` overrides.
2. Bytes are never decoded silently wrong: UTF-8 strictly, else Windows-1252 with a warning;
   text that looks decoded wrongly before (`Ã¼`) is read with a warning; binary data is refused.
3. The text is kept exactly as read: no newline translation, no normalisation; only a byte order
   mark is dropped. Offsets count its code points.
4. In JSON, `null`, `""`, `"None"`, `"null"` and `"nan"` are missing values; each field is taken
   from the first of its aliases that is there (`record`).
5. Title, lead and text are fields of their own; a lead that only opens the text is left out.
6. Articles in another language than German are skipped, by what the record says.
7. Ids met again in a run become `~2`, `~3` in input order; input order is output order.
8. What cannot be read is set aside with path, line, byte offset, code and its first characters.
"""
