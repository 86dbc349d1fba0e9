-- rows without a match stay, under null
--   revenue by customers.tier
SELECT
  customer.tier AS tier,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
GROUP BY
  1
ORDER BY
  customer.tier NULLS LAST;
-- postgres:
--   -  customer.tier NULLS LAST
--   +  customer.tier COLLATE "C" ASC

-- two hops
--   revenue by countries.continent
SELECT
  customer_country.continent AS continent,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
LEFT JOIN geo.countries AS customer_country
  ON customer.country_code = customer_country.code
GROUP BY
  1
ORDER BY
  customer_country.continent NULLS LAST;
-- postgres:
--   -  customer_country.continent NULLS LAST
--   +  customer_country.continent COLLATE "C" ASC

-- the path may be written out
--   revenue by orders.customer.country.continent
SELECT
  customer_country.continent AS continent,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
LEFT JOIN geo.countries AS customer_country
  ON customer.country_code = customer_country.code
GROUP BY
  1
ORDER BY
  customer_country.continent NULLS LAST;
-- postgres:
--   -  customer_country.continent NULLS LAST
--   +  customer_country.continent COLLATE "C" ASC

-- a bare field name will do where it is unique
--   revenue by continent where tier = 'gold'
SELECT
  customer_country.continent AS continent,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
LEFT JOIN geo.countries AS customer_country
  ON customer.country_code = customer_country.code
WHERE
  customer.tier = 'gold'
GROUP BY
  1
ORDER BY
  customer_country.continent NULLS LAST;
-- postgres:
--   -  customer_country.continent NULLS LAST
--   +  customer_country.continent COLLATE "C" ASC

-- a filter behind a join
--   revenue where countries.continent = 'Europe'
SELECT
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
LEFT JOIN geo.countries AS customer_country
  ON customer.country_code = customer_country.code
WHERE
  customer_country.continent = 'Europe';

-- orphans and null keys satisfy is null
--   revenue where customers.tier is null
SELECT
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
WHERE
  customer.tier IS NULL;

-- a filter on what is not null loses them, its opposite does not find them
--   sum(orders.amount where customer.tier = 'gold') as gold, sum(orders.amount where customer.tier != 'gold') as other, revenue
SELECT
  COALESCE(SUM(orders.amount) FILTER(WHERE
    customer.tier = 'gold'), 0) AS gold,
  COALESCE(SUM(orders.amount) FILTER(WHERE
    customer.tier <> 'gold'), 0) AS other,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id;
-- snowflake:
--   -  COALESCE(SUM(orders.amount) FILTER(WHERE
--   -    customer.tier = 'gold'), 0) AS gold,
--   -  COALESCE(SUM(orders.amount) FILTER(WHERE
--   -    customer.tier <> 'gold'), 0) AS other,
--   +  COALESCE(SUM(CASE WHEN customer.tier = 'gold' THEN orders.amount END), 0) AS gold,
--   +  COALESCE(SUM(CASE WHEN customer.tier <> 'gold' THEN orders.amount END), 0) AS other,

-- the distinct count of a join is of its foreign key, orphans included
--   count(distinct orders.customer) as buyers, count(distinct orders.customer.tier) as tiers, count(distinct orders.customer.country) as countries
SELECT
  COUNT(DISTINCT orders.customer_id) AS buyers,
  COUNT(DISTINCT customer.tier) AS tiers,
  COUNT(DISTINCT customer.country_code) AS countries
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id;

-- the distinct count of a join further on: its foreign key in the joined row
--   count(distinct orders.customer.country) as countries by customers.tier
SELECT
  customer.tier AS tier,
  COUNT(DISTINCT customer.country_code) AS countries
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
GROUP BY
  1
ORDER BY
  customer.tier NULLS LAST;
-- postgres:
--   -  customer.tier NULLS LAST
--   +  customer.tier COLLATE "C" ASC

-- repeated adds a joined value once for each row
--   sum(orders.customer.credit repeated) as repeated_credit, sum(customers.credit) as credit
WITH orders_scan /* sum_credit */ AS (
  SELECT
    SUM(customer.credit) AS sum_credit
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
), customers_scan /* sum_credit_2 */ AS (
  SELECT
    SUM(customers.credit) AS sum_credit_2
  FROM customers
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.sum_credit) AS sum_credit,
    MAX(stacked.sum_credit_2) AS sum_credit_2
  FROM (
    SELECT
      orders_scan.sum_credit AS sum_credit,
      NULL AS sum_credit_2
    FROM orders_scan
    UNION ALL
    SELECT
      NULL AS sum_credit,
      customers_scan.sum_credit_2 AS sum_credit_2
    FROM customers_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.sum_credit, 0) AS repeated_credit,
  COALESCE(answer.sum_credit_2, 0) AS credit
FROM answer;
-- postgres:
--   -      NULL AS sum_credit_2
--   +      CAST(NULL AS DECIMAL) AS sum_credit_2
--   -      NULL AS sum_credit,
--   +      CAST(NULL AS DECIMAL) AS sum_credit,
-- snowflake:
--   -      NULL AS sum_credit_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_credit_2
--   -      NULL AS sum_credit,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_credit,

-- a customer without an order counts among customers only
--   customers, revenue by customers.tier
WITH customers_scan /* customers */ AS (
  SELECT
    customers.tier AS tier,
    COUNT(*) AS customers
  FROM customers
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    customer.tier AS tier,
    SUM(orders.amount) AS revenue
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.tier,
    MAX(stacked.customers) AS customers,
    MAX(stacked.revenue) AS revenue
  FROM (
    SELECT
      customers_scan.tier AS tier,
      customers_scan.customers AS customers,
      NULL AS revenue
    FROM customers_scan
    UNION ALL
    SELECT
      orders_scan.tier AS tier,
      NULL AS customers,
      orders_scan.revenue AS revenue
    FROM orders_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.tier AS tier,
  COALESCE(answer.customers, 0) AS customers,
  COALESCE(answer.revenue, 0) AS revenue
FROM answer
ORDER BY
  answer.tier NULLS LAST;
-- postgres:
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL) AS revenue
--   -      NULL AS customers,
--   +      CAST(NULL AS DECIMAL) AS customers,
--   -  answer.tier NULLS LAST
--   +  answer.tier COLLATE "C" ASC
-- snowflake:
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue
--   -      NULL AS customers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS customers,

-- a joined field beside the row's own in one sum
--   sum(if(orders.customer.credit > 500, amount, 0)) as secured
SELECT
  COALESCE(SUM(CASE WHEN customer.credit > 500 THEN orders.amount ELSE 0 END), 0) AS secured
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id;

-- all members, those without rows too
--   revenue by all countries.continent
WITH orders_scan /* revenue */ AS (
  SELECT
    customer_country.continent AS continent,
    SUM(orders.amount) AS revenue
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  LEFT JOIN geo.countries AS customer_country
    ON customer.country_code = customer_country.code
  GROUP BY
    1
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    continent
  FROM orders_scan
), members /* all members of continent */ AS (
  SELECT DISTINCT
    countries.continent AS continent
  FROM geo.countries
), groups_2 /* the groups that have rows, and all members */ AS (
  SELECT
    continent
  FROM groups
  UNION
  SELECT
    members.continent
  FROM members
), answer /* one row for each group */ AS (
  SELECT
    stacked.continent,
    MAX(stacked.revenue) AS revenue
  FROM (
    SELECT
      orders_scan.continent AS continent,
      orders_scan.revenue AS revenue
    FROM orders_scan
    UNION ALL
    SELECT
      groups_2.continent AS continent,
      NULL AS revenue
    FROM groups_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.continent AS continent,
  COALESCE(answer.revenue, 0) AS revenue
FROM answer
ORDER BY
  answer.continent NULLS LAST;
-- postgres:
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL) AS revenue
--   -  answer.continent NULLS LAST
--   +  answer.continent COLLATE "C" ASC
-- snowflake:
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue

-- all members keeps a country that nobody ordered from
--   revenue by all countries.code
WITH orders_scan /* revenue */ AS (
  SELECT
    customer_country.code AS code,
    SUM(orders.amount) AS revenue
  FROM orders
  LEFT JOIN customers AS customer
    ON orders.customer_id = customer.customer_id
  LEFT JOIN geo.countries AS customer_country
    ON customer.country_code = customer_country.code
  GROUP BY
    1
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    code
  FROM orders_scan
), members /* all members of code */ AS (
  SELECT DISTINCT
    countries.code AS code
  FROM geo.countries
), groups_2 /* the groups that have rows, and all members */ AS (
  SELECT
    code
  FROM groups
  UNION
  SELECT
    members.code
  FROM members
), answer /* one row for each group */ AS (
  SELECT
    stacked.code,
    MAX(stacked.revenue) AS revenue
  FROM (
    SELECT
      orders_scan.code AS code,
      orders_scan.revenue AS revenue
    FROM orders_scan
    UNION ALL
    SELECT
      groups_2.code AS code,
      NULL AS revenue
    FROM groups_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.code AS code,
  COALESCE(answer.revenue, 0) AS revenue
FROM answer
ORDER BY
  answer.code NULLS LAST;
-- postgres:
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL) AS revenue
--   -  answer.code NULLS LAST
--   +  answer.code COLLATE "C" ASC
-- snowflake:
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue

-- without all there are only those with rows
--   revenue by countries.code
SELECT
  customer_country.code AS code,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN customers AS customer
  ON orders.customer_id = customer.customer_id
LEFT JOIN geo.countries AS customer_country
  ON customer.country_code = customer_country.code
GROUP BY
  1
ORDER BY
  customer_country.code NULLS LAST;
-- postgres:
--   -  customer_country.code NULLS LAST
--   +  customer_country.code COLLATE "C" ASC

-- a catalog table with a schema, counted
--   count(countries) as n by countries.continent
SELECT
  countries.continent AS continent,
  COUNT(*) AS n
FROM geo.countries
GROUP BY
  1
ORDER BY
  countries.continent NULLS LAST;
-- postgres:
--   -  countries.continent NULLS LAST
--   +  countries.continent COLLATE "C" ASC
