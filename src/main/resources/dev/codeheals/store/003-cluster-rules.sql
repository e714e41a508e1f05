-- What the user said about clusters. Without a place the whole cluster is moved to the target, with one its failures at that place are.
CREATE TABLE cluster_rules (
    cluster TEXT NOT NULL,
    place   TEXT NOT NULL,
    target  TEXT NOT NULL,
    PRIMARY KEY (cluster, place)
);
