-- People who follow us: they talk, leave their details, book, come and buy; fewer at each step.

CREATE TABLE crm.contacts AS
WITH drawn AS (
    SELECT
        i + 1                                                         AS contact_id,
        at_some_hour(s.day, i)                                        AS added_at,
        chance(i, 'talks') < 0.48                                     AS talks,
        chance(i, 'leaves details') < 0.5                             AS leaves_details
    FROM range(round($scale * 11000)::BIGINT) AS r (i)
    JOIN making_shares AS s ON s.share = share_of(i, 'contact day')
    WHERE s.day >= first_day()
), dated AS (
    SELECT *,
        if(talks, days_after(added_at, waited(contact_id, 'talks after', 1.5)), NULL) AS talks_at
    FROM drawn
), followed AS (
    SELECT *,
        if(leaves_details, days_after(talks_at, waited(contact_id, 'details after', 1)), NULL) AS details_at
    FROM dated
), bought AS (
    SELECT *,
        if(details_at IS NOT NULL AND chance(contact_id, 'buys') < 0.35,
           days_after(details_at, 3 + waited(contact_id, 'buys after', 5)), NULL) AS buys_at
    FROM followed
)
SELECT
    contact_id,
    pick(contact_id, 'contact channel', ['messenger', 'messenger', 'web', 'store', 'event'])          AS channel,
    if(chance(contact_id, 'no region') < 0.05, NULL, pick(contact_id, 'region', ['Americas', 'EMEA', 'APAC'])) AS region,
    added_at,
    if(talks_at < now_is(), talks_at, NULL)                                                           AS first_message_at,
    if(details_at < now_is(), details_at, NULL)                                                       AS details_left_at,
    if(buys_at < now_is(), buys_at, NULL)                                                             AS first_bought_at
FROM bought;

CREATE TABLE crm.conversations AS
WITH held AS (
    SELECT contact_id, first_message_at, unnest(range(1 + floor(waited(contact_id, 'conversations', 0.8))::BIGINT)) AS n
    FROM crm.contacts
    WHERE first_message_at IS NOT NULL
), dated AS (
    SELECT *,
        contact_id * 53 + n AS conversation,
        days_after(first_message_at, if(n = 0, 0, n * waited(contact_id * 53 + n, 'talks again', 9))) AS started_at
    FROM held
)
SELECT
    row_number() OVER (ORDER BY started_at, conversation)                                     AS conversation_id,
    contact_id,
    pick(conversation, 'subject', ['product', 'product', 'product', 'brand', 'price', 'delivery', 'support']) AS subject,
    started_at,
    if(chance(conversation, 'need') < 0.58,
       days_after(started_at, waited(conversation, 'need after', 0.01)), NULL)                AS need_stated_at
FROM dated
WHERE started_at < now_is();

CREATE TABLE crm.appointments AS
WITH booked AS (
    SELECT contact_id, first_bought_at,
        unnest(range(if(chance(contact_id, 'comes again') < 0.2, 2, 1)))              AS n,
        days_after(details_left_at, waited(contact_id, 'books after', 0.8))           AS booked_at
    FROM crm.contacts
    WHERE details_left_at IS NOT NULL AND (first_bought_at IS NOT NULL OR chance(contact_id, 'books') < 0.35)
), dated AS (
    SELECT *,
        contact_id * 3 + n                                                            AS appointment,
        days_after(booked_at, 0.5 + n * 12 + waited(contact_id * 3 + n, 'due', 1.5))  AS scheduled_at
    FROM booked
), due AS (
    SELECT *,
        if(scheduled_at < now_is(), chance(appointment, 'shows up') < 0.72, NULL)     AS kept
    FROM dated
)
SELECT
    row_number() OVER (ORDER BY contact_id, n)                                        AS appointment_id,
    contact_id,
    pick(appointment, 'place', ['showroom', 'showroom', 'video', 'on site'])          AS place,
    booked_at,
    scheduled_at,
    kept,
    if(kept, first_bought_at IS NOT NULL AND chance(appointment, 'buys there') < 0.8, NULL) AS bought
FROM due
WHERE booked_at < now_is();
