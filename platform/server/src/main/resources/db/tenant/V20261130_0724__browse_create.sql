-- Who watched what on which day, each once: what trends is counted from it.
CREATE TABLE browse_play (
    title_id  text NOT NULL,
    on_day    date NOT NULL,
    viewer_id text NOT NULL,
    PRIMARY KEY (title_id, on_day, viewer_id)
);
CREATE INDEX browse_play_day ON browse_play (on_day);
