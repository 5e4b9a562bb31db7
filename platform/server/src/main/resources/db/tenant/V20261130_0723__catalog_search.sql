-- What is searched: names before synopses, in all languages, without the marks on letters.
ALTER TABLE title ADD COLUMN search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', regexp_replace(
        lower(normalize(jsonb_path_query_array(texts, '$.*.name')::text, NFKD)),
        '[\u0300-\u036f\u064b-\u065f\u0670]', '', 'g')), 'A')
    || setweight(to_tsvector('simple', regexp_replace(
        lower(normalize(jsonb_path_query_array(texts, '$.*.synopsis')::text, NFKD)),
        '[\u0300-\u036f\u064b-\u065f\u0670]', '', 'g')), 'B')
) STORED;
CREATE INDEX title_search ON title USING gin (search);
CREATE INDEX title_published ON title (published_at DESC) WHERE state = 'PUBLISHED';
