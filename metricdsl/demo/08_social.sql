-- Posts of ours, and what people write about us and our rivals. A new topic every ten days, loudest when it is new.

CREATE TABLE crm.social_posts AS
SELECT
    i + 1                                                                            AS post_id,
    pick(i, 'network', ['video', 'photo', 'microblog', 'professional'])              AS network,
    at_some_hour((first_day() + to_days((i * 5 // 2)::INTEGER))::DATE, i)            AS published_at,
    round($scale * (900 + waited(i, 'impressions', 2500)))::BIGINT                   AS impressions,
    round($scale * (900 + waited(i, 'impressions', 2500)) * (0.3 + 0.3 * chance(i, 'reach')))::BIGINT AS people_reached
FROM range(450) AS r (i)
WHERE first_day() + to_days((i * 5 // 2)::INTEGER) <= last_day();

CREATE TABLE crm.social_topics AS
SELECT
    i + 1                                                                            AS topic_id,
    pick(i, 'theme', ['price', 'quality', 'delivery', 'support', 'new product', 'sustainability']) AS theme,
    pick(i, 'topic', ['Rush', 'Switch', 'Promise', 'Surprise', 'Question', 'Story']) || ' ' || (i + 1) AS name,
    (first_day() + to_days((i * 10)::INTEGER))::DATE                                 AS begun_on
FROM range(110) AS r (i)
WHERE first_day() + to_days((i * 10)::INTEGER) <= last_day();

CREATE TABLE crm.social_authors AS
SELECT
    i + 1                                                                            AS author_id,
    if(chance(i, 'age unknown') < 0.1, NULL, 16 + floor(waited(i, 'age', 18))::BIGINT) AS age,
    pick(i, 'gender', ['female', 'male', 'female', 'male', 'other', NULL])           AS gender,
    pick(i, 'author region', ['Americas', 'EMEA', 'APAC', 'APAC'])                   AS region,
    least(100, round(waited(i, 'influence', 22)))::BIGINT                            AS influence
FROM range(greatest(100, round($scale * 2500)::BIGINT)) AS r (i);

CREATE TABLE crm.mentions AS
WITH drawn AS (
    SELECT
        i + 1 AS mention_id,
        if(chance(i, 'no topic') < 0.1, NULL, 1 + floor(chance(i, 'its topic') * (SELECT count(*) FROM crm.social_topics))::BIGINT) AS topic_id,
        s.day
    FROM range(round($scale * 26000)::BIGINT) AS r (i)
    JOIN making_shares AS s ON s.share = share_of(i, 'mention day')
    WHERE s.day >= first_day()
), dated AS (
    SELECT d.*,
        at_some_hour(coalesce(t.begun_on + waited(d.mention_id, 'topic goes on', 15)::INTEGER, d.day), d.mention_id) AS mentioned_at
    FROM drawn AS d
    LEFT JOIN crm.social_topics AS t USING (topic_id)
)
SELECT
    mention_id,
    topic_id,
    1 + floor(chance(mention_id, 'author') ^ 2 * (SELECT count(*) FROM crm.social_authors))::BIGINT AS author_id,
    pick(mention_id, 'form', ['post', 'post', 'reply', 'reply', 'reply', 'share'])        AS kind,
    pick(mention_id, 'brand', ['ours', 'ours', 'ours', 'Rival A', 'Rival A', 'Rival B', 'Rival C']) AS brand,
    if(chance(mention_id, 'unclear') < 0.04, NULL,
       pick(mention_id, 'sentiment', ['positive', 'positive', 'positive', 'neutral', 'neutral', 'neutral', 'negative', 'negative'])) AS sentiment,
    mentioned_at,
    floor(waited(mention_id, 'likes', 6))::BIGINT                                         AS interactions,
    round(30 + waited(mention_id, 'views', 400))::BIGINT                                  AS potential_views
FROM dated
WHERE mentioned_at < now_is();
