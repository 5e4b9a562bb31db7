-- What a plan allows of storage is told as bytes too: every version that holds is told of again.
DELETE FROM plan_publication;
