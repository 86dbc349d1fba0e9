-- a percent column on a scale of 100, a renamed column, a row expression, an entity made by SQL
--   net, avg(deals.discount) as mean_discount
WITH deals_rows /* deals, as the catalog selects them */ AS (
  SELECT
    deal_no,
    won_on,
    rate_pct,
    rep_no,
    price
  FROM raw_deals
  WHERE
    NOT test
)
SELECT
  COALESCE(SUM(deals.price * (
    1 - deals.rate_pct / 100
  )), 0) AS net,
  AVG(deals.rate_pct / 100) AS mean_discount
FROM deals_rows AS deals;
-- postgres:
--   -    1 - deals.rate_pct / 100
--   +    1 - CAST(deals.rate_pct AS DOUBLE PRECISION) / 100
--   -  AVG(deals.rate_pct / 100) AS mean_discount
--   +  AVG(CAST(CAST(deals.rate_pct AS DOUBLE PRECISION) / 100 AS DOUBLE PRECISION)) AS mean_discount
-- snowflake:
--   -    1 - deals.rate_pct / 100
--   +    1 - CAST(deals.rate_pct AS DOUBLE) / 100
--   -  AVG(deals.rate_pct / 100) AS mean_discount
--   +  AVG(CAST(CAST(deals.rate_pct AS DOUBLE) / 100 AS DOUBLE)) AS mean_discount

-- a filter on the percent field speaks in ratios
--   count(deals where discount >= 20%) as n, count(deals where discount > 0.4) as more
WITH deals_rows /* deals, as the catalog selects them */ AS (
  SELECT
    deal_no,
    won_on,
    rate_pct,
    rep_no,
    price
  FROM raw_deals
  WHERE
    NOT test
)
SELECT
  COUNT(*) FILTER(WHERE
    (
      deals.rate_pct / 100
    ) >= 0.20) AS n,
  COUNT(*) FILTER(WHERE
    (
      deals.rate_pct / 100
    ) > 0.4) AS more
FROM deals_rows AS deals;
-- postgres:
--   -      deals.rate_pct / 100
--   +      CAST(deals.rate_pct AS DOUBLE PRECISION) / 100
--   -      deals.rate_pct / 100
--   +      CAST(deals.rate_pct AS DOUBLE PRECISION) / 100
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    (
--   -      deals.rate_pct / 100
--   -    ) >= 0.20) AS n,
--   -  COUNT(*) FILTER(WHERE
--   -    (
--   -      deals.rate_pct / 100
--   -    ) > 0.4) AS more
--   +  COUNT(CASE WHEN (
--   +    CAST(deals.rate_pct AS DOUBLE) / 100
--   +  ) >= 0.20 THEN 1 END) AS n,
--   +  COUNT(CASE WHEN (
--   +    CAST(deals.rate_pct AS DOUBLE) / 100
--   +  ) > 0.4 THEN 1 END) AS more

-- a row expression as a group
--   count(deals) as n by deals.year_won
WITH deals_rows /* deals, as the catalog selects them */ AS (
  SELECT
    deal_no,
    won_on,
    rate_pct,
    rep_no,
    price
  FROM raw_deals
  WHERE
    NOT test
)
SELECT
  CAST(EXTRACT(YEAR FROM deals.won_on) AS BIGINT) AS year_won,
  COUNT(*) AS n
FROM deals_rows AS deals
GROUP BY
  1
ORDER BY
  CAST(EXTRACT(YEAR FROM deals.won_on) AS BIGINT) NULLS LAST;
-- postgres:
--   -  CAST(EXTRACT(YEAR FROM deals.won_on) AS BIGINT) NULLS LAST
--   +  CAST(EXTRACT(YEAR FROM deals.won_on) AS BIGINT) ASC
-- snowflake:
--   -  CAST(EXTRACT(YEAR FROM deals.won_on) AS BIGINT) AS year_won,
--   +  CAST(DATE_PART(YEAR, deals.won_on) AS BIGINT) AS year_won,
--   -  CAST(EXTRACT(YEAR FROM deals.won_on) AS BIGINT) NULLS LAST
--   +  CAST(DATE_PART(YEAR, deals.won_on) AS BIGINT) NULLS LAST

-- a name with a space stands in backquotes
--   count(deals) as n by reps.`full name`
WITH deals_rows /* deals, as the catalog selects them */ AS (
  SELECT
    deal_no,
    won_on,
    rate_pct,
    rep_no,
    price
  FROM raw_deals
  WHERE
    NOT test
)
SELECT
  rep."full name" AS "full name",
  COUNT(*) AS n
FROM deals_rows AS deals
LEFT JOIN reps AS rep
  ON deals.rep_no = rep.rep_no
GROUP BY
  1
ORDER BY
  rep."full name" NULLS LAST;
-- postgres:
--   -  rep."full name" NULLS LAST
--   +  rep."full name" COLLATE "C" ASC

-- a history joined as of a time: the row alive at that instant
--   sum(deals.price) as price, count(deals) as n by plans.level
WITH deals_rows /* deals, as the catalog selects them */ AS (
  SELECT
    deal_no,
    won_on,
    rate_pct,
    rep_no,
    price
  FROM raw_deals
  WHERE
    NOT test
)
SELECT
  plan.level AS level,
  COALESCE(SUM(deals.price), 0) AS price,
  COUNT(*) AS n
FROM deals_rows AS deals
LEFT JOIN plans AS plan
  ON deals.rep_no = plan.rep
  AND plan.valid_from <= deals.won_on
  AND (
    deals.won_on < plan.valid_to OR plan.valid_to IS NULL
  )
GROUP BY
  1
ORDER BY
  plan.level NULLS LAST;
-- postgres:
--   -  plan.level NULLS LAST
--   +  plan.level COLLATE "C" ASC

-- a dimension that two entities carry
--   net, goal, attainment by segment
WITH deals_rows /* deals, as the catalog selects them */ AS (
  SELECT
    deal_no,
    won_on,
    rate_pct,
    rep_no,
    price
  FROM raw_deals
  WHERE
    NOT test
), deals_scan /* net */ AS (
  SELECT
    rep.segment AS segment,
    SUM(deals.price * (
      1 - deals.rate_pct / 100
    )) AS net
  FROM deals_rows AS deals
  LEFT JOIN reps AS rep
    ON deals.rep_no = rep.rep_no
  GROUP BY
    1
), goals_scan /* goal */ AS (
  SELECT
    goals.segment AS segment,
    SUM(goals.goal) AS goal
  FROM goals
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.segment,
    MAX(stacked.net) AS net,
    MAX(stacked.goal) AS goal
  FROM (
    SELECT
      deals_scan.segment AS segment,
      deals_scan.net AS net,
      NULL AS goal
    FROM deals_scan
    UNION ALL
    SELECT
      goals_scan.segment AS segment,
      NULL AS net,
      goals_scan.goal AS goal
    FROM goals_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.segment AS segment,
  COALESCE(answer.net, 0) AS net,
  COALESCE(answer.goal, 0) AS goal,
  COALESCE(answer.net, 0) / NULLIF(COALESCE(answer.goal, 0), 0) AS attainment
FROM answer
ORDER BY
  answer.segment NULLS LAST;
-- postgres:
--   -      1 - deals.rate_pct / 100
--   +      1 - CAST(deals.rate_pct AS DOUBLE PRECISION) / 100
--   -      NULL AS goal
--   +      CAST(NULL AS DECIMAL) AS goal
--   -      NULL AS net,
--   +      CAST(NULL AS DECIMAL) AS net,
--   -  COALESCE(answer.net, 0) / NULLIF(COALESCE(answer.goal, 0), 0) AS attainment
--   +  CAST(COALESCE(answer.net, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.goal, 0), 0) AS attainment
--   -  answer.segment NULLS LAST
--   +  answer.segment COLLATE "C" ASC
-- snowflake:
--   -      1 - deals.rate_pct / 100
--   +      1 - CAST(deals.rate_pct AS DOUBLE) / 100
--   -      NULL AS goal
--   +      CAST(NULL AS DECIMAL(1, 0)) AS goal
--   -      NULL AS net,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS net,
--   -  COALESCE(answer.net, 0) / NULLIF(COALESCE(answer.goal, 0), 0) AS attainment
--   +  CAST(COALESCE(answer.net, 0) AS DOUBLE) / NULLIF(COALESCE(answer.goal, 0), 0) AS attainment

-- and by month
--   net, goal by month, segment for 2025-02 to 2025-03
WITH deals_rows /* deals, as the catalog selects them */ AS (
  SELECT
    deal_no,
    won_on,
    rate_pct,
    rep_no,
    price
  FROM raw_deals
  WHERE
    NOT test
), deals_scan /* net */ AS (
  SELECT
    CAST(DATE_TRUNC('month', deals.won_on) AS DATE) AS month,
    rep.segment AS segment,
    SUM(deals.price * (
      1 - deals.rate_pct / 100
    )) AS net
  FROM deals_rows AS deals
  LEFT JOIN reps AS rep
    ON deals.rep_no = rep.rep_no
  WHERE
    deals.won_on >= CAST('2025-02-01' AS DATE)
    AND deals.won_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1,
    2
), goals_scan /* goal */ AS (
  SELECT
    CAST(DATE_TRUNC('month', goals.month) AS DATE) AS month,
    goals.segment AS segment,
    SUM(goals.goal) AS goal
  FROM goals
  WHERE
    goals.month >= CAST('2025-02-01' AS DATE)
    AND goals.month < CAST('2025-04-01' AS DATE)
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT
    segment
  FROM deals_scan
  UNION
  SELECT
    segment
  FROM goals_scan
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.segment,
    MAX(stacked.net) AS net,
    MAX(stacked.goal) AS goal
  FROM (
    SELECT
      deals_scan.month AS month,
      deals_scan.segment AS segment,
      deals_scan.net AS net,
      NULL AS goal
    FROM deals_scan
    UNION ALL
    SELECT
      goals_scan.month AS month,
      goals_scan.segment AS segment,
      NULL AS net,
      goals_scan.goal AS goal
    FROM goals_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.segment AS segment,
      NULL AS net,
      NULL AS goal
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.month AS month,
  answer.segment AS segment,
  COALESCE(answer.net, 0) AS net,
  COALESCE(answer.goal, 0) AS goal
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.segment NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', deals.won_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(deals.won_on AS TIMESTAMP)) AS DATE) AS month,
--   -      1 - deals.rate_pct / 100
--   +      1 - CAST(deals.rate_pct AS DOUBLE PRECISION) / 100
--   -    CAST(DATE_TRUNC('month', goals.month) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(goals.month AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS goal
--   +      CAST(NULL AS DECIMAL) AS goal
--   -      NULL AS net,
--   +      CAST(NULL AS DECIMAL) AS net,
--   -      NULL AS net,
--   -      NULL AS goal
--   +      CAST(NULL AS DECIMAL) AS net,
--   +      CAST(NULL AS DECIMAL) AS goal
--   -  answer.month NULLS LAST,
--   -  answer.segment NULLS LAST
--   +  answer.month ASC,
--   +  answer.segment COLLATE "C" ASC
-- snowflake:
--   -      1 - deals.rate_pct / 100
--   +      1 - CAST(deals.rate_pct AS DOUBLE) / 100
--   -    deals.won_on >= CAST('2025-02-01' AS DATE)
--   -    AND deals.won_on < CAST('2025-04-01' AS DATE)
--   +    deals.won_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND deals.won_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    goals.month >= CAST('2025-02-01' AS DATE)
--   -    AND goals.month < CAST('2025-04-01' AS DATE)
--   +    goals.month >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND goals.month < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS goal
--   +      CAST(NULL AS DECIMAL(1, 0)) AS goal
--   -      NULL AS net,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS net,
--   -      NULL AS net,
--   -      NULL AS goal
--   +      CAST(NULL AS DECIMAL(1, 0)) AS net,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS goal

-- filtered by it
--   net, goal where segment = 'small'
WITH deals_rows /* deals, as the catalog selects them */ AS (
  SELECT
    deal_no,
    won_on,
    rate_pct,
    rep_no,
    price
  FROM raw_deals
  WHERE
    NOT test
), deals_scan /* net */ AS (
  SELECT
    SUM(deals.price * (
      1 - deals.rate_pct / 100
    )) AS net
  FROM deals_rows AS deals
  LEFT JOIN reps AS rep
    ON deals.rep_no = rep.rep_no
  WHERE
    rep.segment = 'small'
), goals_scan /* goal */ AS (
  SELECT
    SUM(goals.goal) AS goal
  FROM goals
  WHERE
    goals.segment = 'small'
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.net) AS net,
    MAX(stacked.goal) AS goal
  FROM (
    SELECT
      deals_scan.net AS net,
      NULL AS goal
    FROM deals_scan
    UNION ALL
    SELECT
      NULL AS net,
      goals_scan.goal AS goal
    FROM goals_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.net, 0) AS net,
  COALESCE(answer.goal, 0) AS goal
FROM answer;
-- postgres:
--   -      1 - deals.rate_pct / 100
--   +      1 - CAST(deals.rate_pct AS DOUBLE PRECISION) / 100
--   -      NULL AS goal
--   +      CAST(NULL AS DECIMAL) AS goal
--   -      NULL AS net,
--   +      CAST(NULL AS DECIMAL) AS net,
-- snowflake:
--   -      1 - deals.rate_pct / 100
--   +      1 - CAST(deals.rate_pct AS DOUBLE) / 100
--   -      NULL AS goal
--   +      CAST(NULL AS DECIMAL(1, 0)) AS goal
--   -      NULL AS net,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS net,
