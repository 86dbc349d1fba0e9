-- any fitting rows will do, not the first ones only
--   count(visits) as visits,
--   count(visits followed by leads via customer within 10 days) as leads,
--   count(visits followed by leads via customer within 10 days followed by orders via customer within 30 days) as orders
WITH visits_followed_by_leads /* the first leads that follow, for each key and time of visits */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      visits.customer AS key,
      visits.came_on AS "at"
    FROM visits
    WHERE
      NOT visits.customer IS NULL AND NOT visits.came_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      leads.customer AS next_key,
      leads.created_on AS next_at,
      leads.created_on AS reached
    FROM leads
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
  GROUP BY
    1,
    2
), leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_on AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_on AS next_at,
      orders.ordered_on AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= CAST(earlier."at" + INTERVAL '30' DAY AS DATE)
  GROUP BY
    1,
    2
), visits_followed_by_leads_2 /* the first leads that follow, for each key and time of visits */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      visits.customer AS key,
      visits.came_on AS "at"
    FROM visits
    WHERE
      NOT visits.customer IS NULL AND NOT visits.came_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      leads.customer AS next_key,
      leads.created_on AS next_at,
      orders_following.reached AS reached
    FROM leads
    LEFT JOIN leads_followed_by_orders AS orders_following
      ON orders_following.key = leads.customer
      AND orders_following."at" = leads.created_on
    WHERE
      NOT orders_following.reached IS NULL
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) AS visits,
  COUNT(*) FILTER(WHERE
    NOT leads_following.reached IS NULL) AS leads,
  COUNT(*) FILTER(WHERE
    NOT leads_following_2.reached IS NULL) AS orders
FROM visits
LEFT JOIN visits_followed_by_leads AS leads_following
  ON leads_following.key = visits.customer AND leads_following."at" = visits.came_on
LEFT JOIN visits_followed_by_leads_2 AS leads_following_2
  ON leads_following_2.key = visits.customer
  AND leads_following_2."at" = visits.came_on;
-- postgres:
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '10 DAY' AS DATE)
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '30' DAY AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '30 DAY' AS DATE)
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '10 DAY' AS DATE)
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      visits.came_on AS "at"
--   +      visits.came_on AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 10, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_on AS "at"
--   +      leads.created_on AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '30' DAY AS DATE)
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 30, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      visits.came_on AS "at"
--   +      visits.came_on AS "AT"
--   -      AND orders_following."at" = leads.created_on
--   +      AND orders_following."AT" = leads.created_on
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 10, earlier."AT")
--   -  COUNT(*) FILTER(WHERE
--   -    NOT leads_following.reached IS NULL) AS leads,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT leads_following_2.reached IS NULL) AS orders
--   +  COUNT(CASE WHEN NOT leads_following.reached IS NULL THEN 1 END) AS leads,
--   +  COUNT(CASE WHEN NOT leads_following_2.reached IS NULL THEN 1 END) AS orders
--   -  ON leads_following.key = visits.customer AND leads_following."at" = visits.came_on
--   +  ON leads_following.key = visits.customer AND leads_following."AT" = visits.came_on
--   -  AND leads_following_2."at" = visits.came_on
--   +  AND leads_following_2."AT" = visits.came_on

-- the share divides by the first step
--   share(visits followed by leads via customer within 10 days followed by orders via customer within 30 days) as rate by visits.campaign
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_on AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_on AS next_at,
      orders.ordered_on AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= CAST(earlier."at" + INTERVAL '30' DAY AS DATE)
  GROUP BY
    1,
    2
), visits_followed_by_leads /* the first leads that follow, for each key and time of visits */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      visits.customer AS key,
      visits.came_on AS "at"
    FROM visits
    WHERE
      NOT visits.customer IS NULL AND NOT visits.came_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      leads.customer AS next_key,
      leads.created_on AS next_at,
      orders_following.reached AS reached
    FROM leads
    LEFT JOIN leads_followed_by_orders AS orders_following
      ON orders_following.key = leads.customer
      AND orders_following."at" = leads.created_on
    WHERE
      NOT orders_following.reached IS NULL
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
  GROUP BY
    1,
    2
)
SELECT
  visits.campaign AS campaign,
  AVG(CAST(NOT leads_following.reached IS NULL AS INT)) AS rate
FROM visits
LEFT JOIN visits_followed_by_leads AS leads_following
  ON leads_following.key = visits.customer AND leads_following."at" = visits.came_on
GROUP BY
  1
ORDER BY
  visits.campaign NULLS LAST;
-- postgres:
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '30' DAY AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '30 DAY' AS DATE)
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '10 DAY' AS DATE)
--   -  AVG(CAST(NOT leads_following.reached IS NULL AS INT)) AS rate
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN NOT leads_following.reached IS NULL
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        NOT leads_following.reached IS NULL
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE PRECISION)
--   +  ) AS rate
--   -  visits.campaign NULLS LAST
--   +  visits.campaign COLLATE "C" ASC
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_on AS "at"
--   +      leads.created_on AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '30' DAY AS DATE)
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 30, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      visits.came_on AS "at"
--   +      visits.came_on AS "AT"
--   -      AND orders_following."at" = leads.created_on
--   +      AND orders_following."AT" = leads.created_on
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 10, earlier."AT")
--   -  AVG(CAST(NOT leads_following.reached IS NULL AS INT)) AS rate
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN NOT leads_following.reached IS NULL
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        NOT leads_following.reached IS NULL
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE)
--   +  ) AS rate
--   -  ON leads_following.key = visits.customer AND leads_following."at" = visits.came_on
--   +  ON leads_following.key = visits.customer AND leads_following."AT" = visits.came_on

-- each window starts at the step before
--   count(visits followed by leads via customer followed by orders via customer within 57 days) as d57,
--   count(visits followed by leads via customer followed by orders via customer within 56 days) as d56
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_on AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_on AS next_at,
      orders.ordered_on AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= CAST(earlier."at" + INTERVAL '57' DAY AS DATE)
  GROUP BY
    1,
    2
), visits_followed_by_leads /* the first leads that follow, for each key and time of visits */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      visits.customer AS key,
      visits.came_on AS "at"
    FROM visits
    WHERE
      NOT visits.customer IS NULL AND NOT visits.came_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      leads.customer AS next_key,
      leads.created_on AS next_at,
      orders_following.reached AS reached
    FROM leads
    LEFT JOIN leads_followed_by_orders AS orders_following
      ON orders_following.key = leads.customer
      AND orders_following."at" = leads.created_on
    WHERE
      NOT orders_following.reached IS NULL
  ) AS later
    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
  GROUP BY
    1,
    2
), leads_followed_by_orders_2 /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_on AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_on AS next_at,
      orders.ordered_on AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= CAST(earlier."at" + INTERVAL '56' DAY AS DATE)
  GROUP BY
    1,
    2
), visits_followed_by_leads_2 /* the first leads that follow, for each key and time of visits */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      visits.customer AS key,
      visits.came_on AS "at"
    FROM visits
    WHERE
      NOT visits.customer IS NULL AND NOT visits.came_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      leads.customer AS next_key,
      leads.created_on AS next_at,
      orders_following.reached AS reached
    FROM leads
    LEFT JOIN leads_followed_by_orders_2 AS orders_following
      ON orders_following.key = leads.customer
      AND orders_following."at" = leads.created_on
    WHERE
      NOT orders_following.reached IS NULL
  ) AS later
    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT leads_following.reached IS NULL) AS d57,
  COUNT(*) FILTER(WHERE
    NOT leads_following_2.reached IS NULL) AS d56
FROM visits
LEFT JOIN visits_followed_by_leads AS leads_following
  ON leads_following.key = visits.customer AND leads_following."at" = visits.came_on
LEFT JOIN visits_followed_by_leads_2 AS leads_following_2
  ON leads_following_2.key = visits.customer
  AND leads_following_2."at" = visits.came_on;
-- postgres:
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '57' DAY AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '57 DAY' AS DATE)
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '56' DAY AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '56 DAY' AS DATE)
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_on AS "at"
--   +      leads.created_on AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '57' DAY AS DATE)
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 57, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      visits.came_on AS "at"
--   +      visits.came_on AS "AT"
--   -      AND orders_following."at" = leads.created_on
--   +      AND orders_following."AT" = leads.created_on
--   -    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
--   +    ON later.next_key = earlier.key AND later.next_at >= earlier."AT"
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_on AS "at"
--   +      leads.created_on AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '56' DAY AS DATE)
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 56, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      visits.came_on AS "at"
--   +      visits.came_on AS "AT"
--   -      AND orders_following."at" = leads.created_on
--   +      AND orders_following."AT" = leads.created_on
--   -    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
--   +    ON later.next_key = earlier.key AND later.next_at >= earlier."AT"
--   -  COUNT(*) FILTER(WHERE
--   -    NOT leads_following.reached IS NULL) AS d57,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT leads_following_2.reached IS NULL) AS d56
--   +  COUNT(CASE WHEN NOT leads_following.reached IS NULL THEN 1 END) AS d57,
--   +  COUNT(CASE WHEN NOT leads_following_2.reached IS NULL THEN 1 END) AS d56
--   -  ON leads_following.key = visits.customer AND leads_following."at" = visits.came_on
--   +  ON leads_following.key = visits.customer AND leads_following."AT" = visits.came_on
--   -  AND leads_following_2."at" = visits.came_on
--   +  AND leads_following_2."AT" = visits.came_on

-- the time to the earliest possible last step
--   avg(visits followed by leads via customer within 10 days followed by orders via customer within 30 days elapsed) as mean
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_on AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_on AS next_at,
      orders.ordered_on AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= CAST(earlier."at" + INTERVAL '30' DAY AS DATE)
  GROUP BY
    1,
    2
), visits_followed_by_leads /* the first leads that follow, for each key and time of visits */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      visits.customer AS key,
      visits.came_on AS "at"
    FROM visits
    WHERE
      NOT visits.customer IS NULL AND NOT visits.came_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      leads.customer AS next_key,
      leads.created_on AS next_at,
      orders_following.reached AS reached
    FROM leads
    LEFT JOIN leads_followed_by_orders AS orders_following
      ON orders_following.key = leads.customer
      AND orders_following."at" = leads.created_on
    WHERE
      NOT orders_following.reached IS NULL
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
  GROUP BY
    1,
    2
)
SELECT
  AVG(DATE_DIFF('DAY', visits.came_on, leads_following.reached)) AS mean
FROM visits
LEFT JOIN visits_followed_by_leads AS leads_following
  ON leads_following.key = visits.customer AND leads_following."at" = visits.came_on;
-- postgres:
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '30' DAY AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '30 DAY' AS DATE)
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '10 DAY' AS DATE)
--   -  AVG(DATE_DIFF('DAY', visits.came_on, leads_following.reached)) AS mean
--   +  AVG(CAST((
--   +    leads_following.reached - visits.came_on
--   +  ) AS DOUBLE PRECISION)) AS mean
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_on AS "at"
--   +      leads.created_on AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '30' DAY AS DATE)
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 30, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      visits.came_on AS "at"
--   +      visits.came_on AS "AT"
--   -      AND orders_following."at" = leads.created_on
--   +      AND orders_following."AT" = leads.created_on
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '10' DAY AS DATE)
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 10, earlier."AT")
--   -  AVG(DATE_DIFF('DAY', visits.came_on, leads_following.reached)) AS mean
--   +  AVG(CAST(DATEDIFF(DAY, visits.came_on, leads_following.reached) AS DOUBLE)) AS mean
--   -  ON leads_following.key = visits.customer AND leads_following."at" = visits.came_on
--   +  ON leads_following.key = visits.customer AND leads_following."AT" = visits.came_on

-- the last step must follow the one before it, not only the first
--   min(visits followed by leads via customer followed by orders via customer elapsed) as least, max(visits followed by leads via customer followed by orders via customer elapsed) as most
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_on AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_on AS next_at,
      orders.ordered_on AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
  GROUP BY
    1,
    2
), visits_followed_by_leads /* the first leads that follow, for each key and time of visits */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      visits.customer AS key,
      visits.came_on AS "at"
    FROM visits
    WHERE
      NOT visits.customer IS NULL AND NOT visits.came_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      leads.customer AS next_key,
      leads.created_on AS next_at,
      orders_following.reached AS reached
    FROM leads
    LEFT JOIN leads_followed_by_orders AS orders_following
      ON orders_following.key = leads.customer
      AND orders_following."at" = leads.created_on
    WHERE
      NOT orders_following.reached IS NULL
  ) AS later
    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
  GROUP BY
    1,
    2
)
SELECT
  MIN(DATE_DIFF('DAY', visits.came_on, leads_following.reached)) AS least,
  MAX(DATE_DIFF('DAY', visits.came_on, leads_following.reached)) AS most
FROM visits
LEFT JOIN visits_followed_by_leads AS leads_following
  ON leads_following.key = visits.customer AND leads_following."at" = visits.came_on;
-- postgres:
--   -  MIN(DATE_DIFF('DAY', visits.came_on, leads_following.reached)) AS least,
--   -  MAX(DATE_DIFF('DAY', visits.came_on, leads_following.reached)) AS most
--   +  MIN((
--   +    leads_following.reached - visits.came_on
--   +  )) AS least,
--   +  MAX((
--   +    leads_following.reached - visits.came_on
--   +  )) AS most
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_on AS "at"
--   +      leads.created_on AS "AT"
--   -    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
--   +    ON later.next_key = earlier.key AND later.next_at >= earlier."AT"
--   -    earlier."at",
--   +    earlier."AT",
--   -      visits.came_on AS "at"
--   +      visits.came_on AS "AT"
--   -      AND orders_following."at" = leads.created_on
--   +      AND orders_following."AT" = leads.created_on
--   -    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
--   +    ON later.next_key = earlier.key AND later.next_at >= earlier."AT"
--   -  MIN(DATE_DIFF('DAY', visits.came_on, leads_following.reached)) AS least,
--   -  MAX(DATE_DIFF('DAY', visits.came_on, leads_following.reached)) AS most
--   +  MIN(DATEDIFF(DAY, visits.came_on, leads_following.reached)) AS least,
--   +  MAX(DATEDIFF(DAY, visits.came_on, leads_following.reached)) AS most
--   -  ON leads_following.key = visits.customer AND leads_following."at" = visits.came_on
--   +  ON leads_following.key = visits.customer AND leads_following."AT" = visits.came_on
