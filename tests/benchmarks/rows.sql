-- Three years of a shop, 2022 to 2024: $size orders and as many subscriptions, the rest in proportion.
-- Rows lie in the order of time, as in a table that grows; the same rows for the same size.
CREATE MACRO chance(i, salt) AS hash(i * 64 + salt)::DOUBLE / 18446744073709551616;
CREATE MACRO second_of(i, n) AS
    TIMESTAMP '2022-01-01' + to_seconds(least(94694399, (94694400.0 * i / n + 40000 * chance(i, 0))::BIGINT));

CREATE TABLE sales_reps AS
SELECT i AS rep_id, 'team ' || (i % 8)::VARCHAR AS team
FROM range(200) AS rows(i);

CREATE TABLE customers AS
SELECT
    i AS customer_id,
    ['Americas', 'EMEA', 'APAC', 'Japan'][1 + (4 * chance(i, 1))::INTEGER % 4] AS region,
    CASE WHEN chance(i, 2) < 0.98 THEN (199 * chance(i, 3))::BIGINT END AS rep_id
FROM range($size // 25) AS rows(i);

-- A few customers order often, most seldom; one order in 200 has no customer.
CREATE TABLE orders AS
SELECT
    i AS order_id,
    CASE WHEN chance(i, 4) < 0.995 THEN (($size // 25 - 1) * chance(i, 5) ** 2)::BIGINT END AS customer_id,
    second_of(i, $size) AS ordered_at,
    (5 + 200 * chance(i, 6) ** 3)::DECIMAL(12, 2) AS amount,
    1 + (4 * chance(i, 7))::INTEGER AS items,
    ['web', 'store', 'phone', 'partner'][1 + (4 * chance(i, 8) ** 2)::INTEGER % 4] AS channel,
    CASE WHEN chance(i, 9) < 0.9 THEN 'paid' WHEN chance(i, 10) < 0.5 THEN 'refunded' ELSE 'cancelled' END AS status
FROM range($size) AS rows(i);

CREATE TABLE leads AS
SELECT
    i AS lead_id,
    CASE WHEN chance(i, 11) < 0.7 THEN (($size // 25 - 1) * chance(i, 12))::BIGINT END AS customer_id,
    second_of(i, $size // 3) AS created_at,
    ['ad', 'event', 'friend'][1 + (3 * chance(i, 13))::INTEGER % 3] AS source
FROM range($size // 3) AS rows(i);

CREATE TABLE subscriptions AS
SELECT
    i AS subscription_id,
    (($size // 25 - 1) * chance(i, 14))::BIGINT AS customer_id,
    second_of(i, $size)::DATE AS started_on,
    CASE WHEN chance(i, 15) < 0.6 THEN second_of(i, $size)::DATE + 1 + (700 * chance(i, 16))::INTEGER END AS ended_on
FROM range($size) AS rows(i);
