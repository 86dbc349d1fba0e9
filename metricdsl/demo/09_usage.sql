-- What customers and our own people use, and how each customer stood at each month's end.

CREATE TEMP TABLE making_months AS
SELECT
    m                                                          AS number,
    month_start::DATE                                          AS month_start,
    (month_start + INTERVAL 1 MONTH - INTERVAL 1 DAY)::DATE    AS month_end
FROM (SELECT m, date_trunc('month', first_day() + to_months(m::INTEGER)) AS month_start FROM range(37) AS r (m))
WHERE month_start <= last_day();

CREATE TABLE crm.product_usage AS
WITH months AS (
    SELECT c.customer_id, c.acquired_on, c.left_on, m.number, m.month_start, c.customer_id * 41 + m.number AS id,
        unnest(range(1 + floor(waited(c.customer_id, 'products', 1.3))::BIGINT)) AS n
    FROM crm.customers AS c
    JOIN making_months AS m ON m.month_end >= c.acquired_on AND (c.left_on IS NULL OR m.month_start < c.left_on)
    WHERE chance(c.customer_id * 41 + m.number, 'idle') > 0.12
), used AS (
    SELECT
        customer_id, acquired_on, left_on,
        1 + ((customer_id * 7 + n * 11) % 30)                  AS product_id,
        month_start + floor(chance(id * 13 + n, 'usage day') * 28)::INTEGER AS used_on,
        1 + floor(chance(id * 13 + n, 'active days') * 20)::BIGINT          AS active_days,
        round(waited(id * 13 + n, 'minutes', 260))::BIGINT     AS minutes
    FROM months
)
SELECT * EXCLUDE (acquired_on, left_on)
FROM used
WHERE used_on >= acquired_on AND (left_on IS NULL OR used_on < left_on) AND used_on BETWEEN first_day() AND last_day();

-- One row a customer and month's end, and a last one, not active, after the customer left.
CREATE TABLE crm.customer_snapshots AS
WITH stood AS (
    SELECT
        c.customer_id, m.month_end AS snapshot_on, m.number,
        c.left_on IS NULL OR c.left_on > m.month_end           AS active
    FROM crm.customers AS c
    JOIN making_months AS m
        ON m.month_end >= c.acquired_on AND m.month_end <= last_day()
        AND (c.left_on IS NULL OR m.month_start < c.left_on)
), bought AS (
    SELECT customer_id, date_diff('month', first_day(), ordered_at::DATE) AS number, count(*) AS orders
    FROM crm.orders GROUP BY ALL
), asked AS (
    SELECT customer_id, date_diff('month', first_day(), opened_at::DATE) AS number, count(*) AS cases
    FROM crm.cases GROUP BY ALL
), used AS (
    SELECT customer_id, date_diff('month', first_day(), used_on) AS number, sum(active_days) AS active_days
    FROM crm.product_usage GROUP BY ALL
), answered AS (
    SELECT customer_id, date_diff('month', first_day(), answered_at::DATE) AS number, arg_max(score, answered_at) AS score
    FROM crm.survey_answers WHERE survey_id = 1 AND score IS NOT NULL GROUP BY ALL
), touched AS (
    SELECT customer_id, date_diff('month', first_day(), happened_at::DATE) AS number, max(happened_at)::DATE AS last_on
    FROM crm.interactions GROUP BY ALL
)
SELECT
    s.customer_id,
    s.snapshot_on,
    s.active,
    least(100, 4 * coalesce(u.active_days, 0))::BIGINT                    AS usage_score,
    (10 * last_value(a.score IGNORE NULLS) OVER up_to_now)::BIGINT        AS feedback_score,
    greatest(0, 100 - 30 * sum(coalesce(k.cases, 0)) OVER recent)::BIGINT AS ticket_score,
    least(100, 30 * sum(coalesce(b.orders, 0)) OVER recent)::BIGINT       AS purchase_score,
    max(t.last_on) OVER up_to_now                                         AS last_interaction_on
FROM stood AS s
LEFT JOIN bought AS b USING (customer_id, number)
LEFT JOIN asked AS k USING (customer_id, number)
LEFT JOIN used AS u USING (customer_id, number)
LEFT JOIN answered AS a USING (customer_id, number)
LEFT JOIN touched AS t USING (customer_id, number)
WINDOW
    recent AS (PARTITION BY s.customer_id ORDER BY s.number ROWS BETWEEN 2 PRECEDING AND CURRENT ROW),
    up_to_now AS (PARTITION BY s.customer_id ORDER BY s.number ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TABLE crm.user_activities AS
WITH busy AS (
    SELECT u.user_id, u.licensed_on, u.license_ended_on, m.month_start,
        unnest(range(1 + floor(8 + waited(u.user_id * 41 + m.number, 'work', 22))::BIGINT)) AS n,
        u.user_id * 41 + m.number AS id
    FROM crm.users AS u
    CROSS JOIN making_months AS m
    WHERE chance(u.user_id * 41 + m.number, 'not at work') > 0.12
), acted AS (
    SELECT *, at_some_hour(month_start + floor(chance(id * 211 + n, 'work day') * 28)::INTEGER, id * 211 + n) AS happened_at
    FROM busy
)
SELECT
    row_number() OVER (ORDER BY id, n)                         AS activity_id,
    user_id,
    pick(id * 211 + n, 'action', ['login', 'login', 'view', 'view', 'edit', 'create', 'export']) AS kind,
    happened_at
FROM acted
WHERE happened_at >= greatest(licensed_on, first_day()) AND happened_at < now_is()
    AND (license_ended_on IS NULL OR happened_at < license_ended_on);
