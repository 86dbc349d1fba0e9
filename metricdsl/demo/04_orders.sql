-- Products, orders with their items, contracts. Customers in Japan buy in yen, all others in dollars.
-- Some orders have no customer, a few name one that is not there; some customers never order.

CREATE TABLE crm.products AS
SELECT
    i + 1                                                                   AS product_id,
    ['Starter', 'Basic', 'Team', 'Business', 'Care', 'Training', 'Backup', 'Reports', 'Connector', 'Storage'][1 + i % 10]
        || ' ' || (1 + i // 10)                                             AS name,
    ['core', 'core', 'core', 'core', 'service', 'service', 'add-on', 'add-on', 'add-on', 'add-on'][1 + i % 10] AS category,
    i % 10 >= 4                                                             AS complementary,
    money([20, 45, 90, 160, 30, 120, 15, 25, 35, 10][1 + i % 10] * (1 + i // 10 * 0.5)) AS price
FROM range(30) AS r (i);

CREATE TEMP TABLE making_orders AS
WITH spans AS (
    SELECT
        customer_id,
        greatest(acquired_on, first_day())                   AS from_day,
        coalesce(left_on, last_day() + 1)                    AS to_day,
        acquired_on,
        chance(customer_id, 'never orders') < 0.06           AS never,
        0.3 + waited(customer_id, 'buys much', 0.62)         AS monthly
    FROM crm.customers
), slots AS (
    SELECT *, unnest(range(round(monthly * (to_day - from_day) / 30.4)::BIGINT + 1)) AS n
    FROM spans
    WHERE NOT never
), placed AS (
    SELECT
        customer_id, n,
        customer_id * 1009 + n AS slot,
        if(n = 0 AND acquired_on >= first_day(), acquired_on,
           from_day + floor(chance(customer_id * 1009 + n, 'order day') * (to_day - from_day))::INTEGER) AS day
    FROM slots
)
SELECT
    row_number() OVER (ORDER BY day, slot) AS order_id,
    customer_id AS buyer_id,
    slot,
    at_some_hour(day, slot) AS ordered_at,
    day
FROM placed
WHERE n = 0 OR chance(slot, 'season') * 1.2 < season(day) * (0.8 + (day - first_day()) / 5500.0);

CREATE TABLE crm.order_items AS
WITH lines AS (
    SELECT o.order_id, c.currency, o.slot,
        unnest(range(1, 2 + floor(waited(o.slot, 'lines', 1.3))::BIGINT)) AS line
    FROM making_orders AS o
    JOIN crm.customers AS c ON c.customer_id = o.buyer_id
), chosen AS (
    SELECT *,
        1 + floor(chance(slot * 31 + line, 'product') ^ 1.3 * 30)::BIGINT      AS product_id,
        1 + floor(waited(slot * 31 + line, 'quantity', 0.9))::BIGINT           AS quantity
    FROM lines
)
SELECT
    l.order_id,
    l.line,
    l.product_id,
    l.quantity,
    in_currency(l.quantity * p.price, l.currency)                              AS amount,
    in_currency(l.quantity * p.price * (0.45 + 0.3 * chance(l.slot * 31 + l.line, 'cost')), l.currency) AS cost
FROM chosen AS l
JOIN crm.products AS p USING (product_id);

CREATE TABLE crm.orders AS
WITH sums AS (
    SELECT order_id, sum(amount)::DECIMAL(14, 2) AS amount, sum(cost)::DECIMAL(14, 2) AS cost
    FROM crm.order_items
    GROUP BY order_id
), talked AS (
    SELECT o.order_id, c.conversation_id
    FROM (SELECT * FROM making_orders WHERE chance(slot, 'after a talk') < 0.07) AS o
    ASOF JOIN crm.conversations AS c ON o.ordered_at >= c.started_at
)
SELECT
    o.order_id,
    CASE
        WHEN chance(o.slot, 'anonymous') < 0.012 THEN NULL
        WHEN chance(o.slot, 'orphan') < 0.004 THEN 900000000 + o.buyer_id
        ELSE o.buyer_id END                                                    AS customer_id,
    o.ordered_at,
    CASE
        WHEN c.plan = 'one_off' THEN 'one_off'
        WHEN o.day < c.acquired_on + 365 THEN 'subscription' ELSE 'renewal' END AS kind,
    pick(o.slot, 'order channel', ['web', 'web', 'store', 'sales', 'partner']) AS channel,
    if(day(o.day) > 3 AND chance(o.slot, 'by campaign') < 0.15,
       campaign_of(o.slot, 'which campaign', o.day), NULL)                     AS campaign_id,
    t.conversation_id,
    c.currency,
    s.amount,
    s.cost
FROM making_orders AS o
JOIN crm.customers AS c ON c.customer_id = o.buyer_id
JOIN sums AS s USING (order_id)
LEFT JOIN talked AS t USING (order_id);

-- One contract a year for as long as the customer stays; the last one of those who left was not renewed.
CREATE TABLE crm.contracts AS
WITH terms AS (
    SELECT customer_id, acquired_on, left_on, currency,
        unnest(range(0, 1 + date_diff('day', acquired_on, coalesce(left_on, last_day())) // 365)) AS term
    FROM crm.customers
    WHERE plan = 'subscription'
), dated AS (
    SELECT *,
        (acquired_on + to_years(term::INTEGER))::DATE     AS started_on,
        (acquired_on + to_years(term::INTEGER + 1))::DATE AS due_on
    FROM terms
)
SELECT
    row_number() OVER (ORDER BY customer_id, term)        AS contract_id,
    customer_id,
    started_on,
    due_on,
    if(due_on <= last_day() AND (left_on IS NULL OR due_on < left_on), due_on, NULL) AS renewed_on,
    if(least(due_on, left_on) <= last_day(), least(due_on, left_on), NULL)           AS ended_on,
    currency,
    in_currency(600 + round(waited(customer_id, 'contract', 1800), -1) * (1 + 0.05 * term), currency) AS annual_amount
FROM dated
WHERE due_on >= first_day() AND (left_on IS NULL OR started_on < left_on) AND started_on <= last_day();
