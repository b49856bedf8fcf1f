-- What Chirp's application sends; it knows nothing of borders. It reads and inserts by the plain
-- name, which its search_path leads to the view. It updates the table itself, as an ORM does that
-- knows the schema: through a view, two updates of one row at one time make one of them try again.

-- name: read_profile
SELECT full_name, email FROM account WHERE id = %(account)s;

-- name: read_inbox
SELECT m.id, a.full_name, m.body, m.sent_at, m.read_at
FROM direct_message m
JOIN account a ON a.id = m.sender_id
WHERE m.recipient_id = %(account)s
ORDER BY m.sent_at DESC
LIMIT 20;

-- name: count_inbox
SELECT count(*) FROM direct_message WHERE recipient_id = %(account)s AND read_at IS NULL;

-- name: post_message
INSERT INTO direct_message (sender_id, recipient_id, body)
VALUES (%(account)s, %(recipient)s, %(text)s)
RETURNING id, sent_at;

-- name: log_in
INSERT INTO login (account_id, ip, user_agent)
VALUES (%(account)s, %(ip)s, %(user_agent)s);

-- name: change_bio
UPDATE public.account SET bio = %(text)s WHERE id = %(account)s;
