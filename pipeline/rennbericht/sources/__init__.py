"""Reading articles: whatever scrapers and crawlers write, one record in memory at a time.

What is done, and in what order:

1. An input is a file, a folder, a pattern, standard input or an address (`s3://...`, by fsspec);
   compression (gzip, zstd, xz, bz2, also in several members) is taken off by its magic bytes.
2. The format is judged by content, the ending of the name being a hint where that leaves it open:
   JSON Lines, JSON (arrays, broken arrays, objects), CSV, XML, HTML, WARC and WET, else text.
   Parquet by its magic bytes (`rows`). `format` overrides. Pickle, marshal, WAT and archives are
   refused.
3. Bytes are never decoded silently wrong: UTF-8 strictly, UTF-16 by its mark, else Windows-1252
   with a warning; text that looks decoded wrongly before (`Ã¼`) is read with a warning; binary data
   is refused.
4. The text is kept exactly as read: no newline translation, no normalisation; only a byte order
   mark is dropped. Offsets count its code points. `plain` is what the
   pipeline reads of it, every offset led back. (Lists of paragraphs, the body of fundus, pages
   and WET records have no text that could be kept: it is put together.)
5. In records, `null`, `""`, `"None"`, `"null"` and `"nan"` are missing values; each field is taken
   from the key that the user named, else from the first of its aliases that is there (`keys`).
6. Title, lead and text are fields of their own; a lead that only opens the text is left out.
7. Articles in another language than German are skipped, by what the record or the page says. Before
   the model runs, `relevance` tests those that say nothing, and whether a text is about racing at
   all, unless `--all` is given.
8. Dates keep precision and zone; a time without zone stays without. The time of retrieval is never
   a date of publication unless that is asked for, and then the article says so.
9. Ids met again in a run become `~2`, `~3` in input order; input order is output order. `same_id`
   and `same_text` keep one of the articles that come again, the others are counted skips.
10. What cannot be read is set aside with path, line, byte offset, code and its first characters,
    and reading goes on behind it.
"""
