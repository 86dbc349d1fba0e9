-- sum and avg skip nulls, a sum of nothing is 0, an average of nothing is null
--   sum(deals.amount) as total, avg(deals.amount) as mean, count(deals) as n, count(deals.amount) as filled by deals.region
SELECT
  deals.region AS region,
  COALESCE(SUM(deals.amount), 0) AS total,
  AVG(deals.amount) AS mean,
  COUNT(*) AS n,
  COUNT(deals.amount) AS filled
FROM deals
GROUP BY
  1
ORDER BY
  deals.region NULLS LAST;
-- postgres:
--   -  AVG(deals.amount) AS mean,
--   +  AVG(CAST(deals.amount AS DOUBLE PRECISION)) AS mean,
--   -  deals.region NULLS LAST
--   +  deals.region COLLATE "C" ASC
-- snowflake:
--   -  AVG(deals.amount) AS mean,
--   +  AVG(CAST(deals.amount AS DOUBLE)) AS mean,

-- dividing by zero is null, zero by zero too
--   sum(deals.amount) / sum(deals.cost) as ratio by deals.region
SELECT
  deals.region AS region,
  COALESCE(SUM(deals.amount), 0) / NULLIF(COALESCE(SUM(deals.cost), 0), 0) AS ratio
FROM deals
GROUP BY
  1
ORDER BY
  deals.region NULLS LAST;
-- postgres:
--   -  COALESCE(SUM(deals.amount), 0) / NULLIF(COALESCE(SUM(deals.cost), 0), 0) AS ratio
--   +  CAST(COALESCE(SUM(deals.amount), 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(SUM(deals.cost), 0), 0) AS ratio
--   -  deals.region NULLS LAST
--   +  deals.region COLLATE "C" ASC
-- snowflake:
--   -  COALESCE(SUM(deals.amount), 0) / NULLIF(COALESCE(SUM(deals.cost), 0), 0) AS ratio
--   +  CAST(COALESCE(SUM(deals.amount), 0) AS DOUBLE) / NULLIF(COALESCE(SUM(deals.cost), 0), 0) AS ratio

-- counts divide truly, not as integers
--   count(deals.amount) / count(deals) as filled, count(deals) / 2 as half by deals.region
SELECT
  deals.region AS region,
  COUNT(deals.amount) / NULLIF(COUNT(*), 0) AS filled,
  COUNT(*) / 2 AS half
FROM deals
GROUP BY
  1
ORDER BY
  deals.region NULLS LAST;
-- postgres:
--   -  COUNT(deals.amount) / NULLIF(COUNT(*), 0) AS filled,
--   -  COUNT(*) / 2 AS half
--   +  CAST(COUNT(deals.amount) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS filled,
--   +  CAST(COUNT(*) AS DOUBLE PRECISION) / 2 AS half
--   -  deals.region NULLS LAST
--   +  deals.region COLLATE "C" ASC
-- snowflake:
--   -  COUNT(deals.amount) / NULLIF(COUNT(*), 0) AS filled,
--   -  COUNT(*) / 2 AS half
--   +  CAST(COUNT(deals.amount) AS DOUBLE) / NULLIF(COUNT(*), 0) AS filled,
--   +  CAST(COUNT(*) AS DOUBLE) / 2 AS half

-- a null on either side makes a sum of two metrics null
--   avg(deals.amount) + avg(deals.cost) as both by deals.region
SELECT
  deals.region AS region,
  AVG(deals.amount) + AVG(deals.cost) AS "both"
FROM deals
GROUP BY
  1
ORDER BY
  deals.region NULLS LAST;
-- postgres:
--   -  AVG(deals.amount) + AVG(deals.cost) AS "both"
--   +  AVG(CAST(deals.amount AS DOUBLE PRECISION)) + AVG(CAST(deals.cost AS DOUBLE PRECISION)) AS "both"
--   -  deals.region NULLS LAST
--   +  deals.region COLLATE "C" ASC
-- snowflake:
--   -  AVG(deals.amount) + AVG(deals.cost) AS "both"
--   +  AVG(CAST(deals.amount AS DOUBLE)) + AVG(CAST(deals.cost AS DOUBLE)) AS "BOTH"

-- null in row arithmetic gives null, which the sum skips
--   sum(deals.amount - cost) as margin by deals.region
SELECT
  deals.region AS region,
  COALESCE(SUM(deals.amount - deals.cost), 0) AS margin
FROM deals
GROUP BY
  1
ORDER BY
  deals.region NULLS LAST;
-- postgres:
--   -  deals.region NULLS LAST
--   +  deals.region COLLATE "C" ASC

-- a row that divides by zero or null gives null
--   sum(deals.amount / cost) as s, count(deals where amount / cost is null) as nulls
SELECT
  COALESCE(SUM(deals.amount / NULLIF(deals.cost, 0)), 0) AS s,
  COUNT(*) FILTER(WHERE
    (
      deals.amount / NULLIF(deals.cost, 0)
    ) IS NULL) AS nulls
FROM deals;
-- postgres:
--   -  COALESCE(SUM(deals.amount / NULLIF(deals.cost, 0)), 0) AS s,
--   +  COALESCE(SUM(CAST(deals.amount AS DOUBLE PRECISION) / NULLIF(deals.cost, 0)), 0) AS s,
--   -      deals.amount / NULLIF(deals.cost, 0)
--   +      CAST(deals.amount AS DOUBLE PRECISION) / NULLIF(deals.cost, 0)
-- snowflake:
--   -  COALESCE(SUM(deals.amount / NULLIF(deals.cost, 0)), 0) AS s,
--   -  COUNT(*) FILTER(WHERE
--   -    (
--   -      deals.amount / NULLIF(deals.cost, 0)
--   -    ) IS NULL) AS nulls
--   +  COALESCE(SUM(CAST(deals.amount AS DOUBLE) / NULLIF(deals.cost, 0)), 0) AS s,
--   +  COUNT(
--   +    CASE
--   +      WHEN (
--   +        CAST(deals.amount AS DOUBLE) / NULLIF(deals.cost, 0)
--   +      ) IS NULL
--   +      THEN 1
--   +    END
--   +  ) AS nulls

-- a condition that is null is satisfied neither as it is nor negated
--   count(deals where amount > 3) as more, count(deals where not amount > 3) as not_more,
--   count(deals where amount != 10) as other, count(deals) as n
SELECT
  COUNT(*) FILTER(WHERE
    deals.amount > 3) AS more,
  COUNT(*) FILTER(WHERE
    NOT (
      deals.amount > 3
    )) AS not_more,
  COUNT(*) FILTER(WHERE
    deals.amount <> 10) AS other,
  COUNT(*) AS n
FROM deals;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.amount > 3) AS more,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT (
--   -      deals.amount > 3
--   -    )) AS not_more,
--   -  COUNT(*) FILTER(WHERE
--   -    deals.amount <> 10) AS other,
--   +  COUNT(CASE WHEN deals.amount > 3 THEN 1 END) AS more,
--   +  COUNT(CASE WHEN NOT (
--   +    deals.amount > 3
--   +  ) THEN 1 END) AS not_more,
--   +  COUNT(CASE WHEN deals.amount <> 10 THEN 1 END) AS other,

-- is null and is not null
--   count(deals where amount is null) as empty, count(deals where amount is not null) as filled
SELECT
  COUNT(*) FILTER(WHERE
    deals.amount IS NULL) AS empty,
  COUNT(*) FILTER(WHERE
    NOT deals.amount IS NULL) AS filled
FROM deals;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.amount IS NULL) AS empty,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT deals.amount IS NULL) AS filled
--   +  COUNT(CASE WHEN deals.amount IS NULL THEN 1 END) AS empty,
--   +  COUNT(CASE WHEN NOT deals.amount IS NULL THEN 1 END) AS filled

-- in and not in leave nulls out
--   count(deals where amount in (0, 5)) as inside, count(deals where amount not in (0, 5)) as outside
SELECT
  COUNT(*) FILTER(WHERE
    deals.amount IN (0, 5)) AS inside,
  COUNT(*) FILTER(WHERE
    NOT deals.amount IN (0, 5)) AS outside
FROM deals;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.amount IN (0, 5)) AS inside,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT deals.amount IN (0, 5)) AS outside
--   +  COUNT(CASE WHEN deals.amount IN (0, 5) THEN 1 END) AS inside,
--   +  COUNT(CASE WHEN NOT deals.amount IN (0, 5) THEN 1 END) AS outside

-- between includes both ends
--   count(deals where amount between 0 and 5) as low, count(deals where amount between 5 and 10) as high
SELECT
  COUNT(*) FILTER(WHERE
    deals.amount BETWEEN 0 AND 5) AS low,
  COUNT(*) FILTER(WHERE
    deals.amount BETWEEN 5 AND 10) AS high
FROM deals;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.amount BETWEEN 0 AND 5) AS low,
--   -  COUNT(*) FILTER(WHERE
--   -    deals.amount BETWEEN 5 AND 10) AS high
--   +  COUNT(CASE WHEN deals.amount BETWEEN 0 AND 5 THEN 1 END) AS low,
--   +  COUNT(CASE WHEN deals.amount BETWEEN 5 AND 10 THEN 1 END) AS high

-- null or true is true
--   count(deals where amount > 3 or cost = 1) as n
SELECT
  COUNT(*) FILTER(WHERE
    deals.amount > 3 OR deals.cost = 1) AS n
FROM deals;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.amount > 3 OR deals.cost = 1) AS n
--   +  COUNT(CASE WHEN deals.amount > 3 OR deals.cost = 1 THEN 1 END) AS n

-- and binds tighter than or
--   count(deals where region = 'north' or region = 'south' and amount > 3) as n
SELECT
  COUNT(*) FILTER(WHERE
    deals.region = 'north' OR (
      deals.region = 'south' AND deals.amount > 3
    )) AS n
FROM deals;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.region = 'north' OR (
--   -      deals.region = 'south' AND deals.amount > 3
--   -    )) AS n
--   +  COUNT(
--   +    CASE
--   +      WHEN deals.region = 'north' OR (
--   +        deals.region = 'south' AND deals.amount > 3
--   +      )
--   +      THEN 1
--   +    END
--   +  ) AS n

-- not binds looser than a comparison and tighter than and
--   count(deals where not region = 'north' and amount = 0) as n
SELECT
  COUNT(*) FILTER(WHERE
    NOT (
      deals.region = 'north'
    ) AND deals.amount = 0) AS n
FROM deals;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    NOT (
--   -      deals.region = 'north'
--   -    ) AND deals.amount = 0) AS n
--   +  COUNT(CASE WHEN NOT (
--   +    deals.region = 'north'
--   +  ) AND deals.amount = 0 THEN 1 END) AS n

-- arithmetic reads from the left, times before plus
--   count(deals) - 2 - 1 as a, count(deals) - 2 * 2 as b, 20 / count(deals) / 2 as c,
--   -count(deals) + 1 as d, 2 * (count(deals) - 1) as e
SELECT
  COUNT(*) - 2 - 1 AS a,
  COUNT(*) - 2 * 2 AS b,
  (
    20 / NULLIF(COUNT(*), 0)
  ) / 2 AS c,
  -COUNT(*) + 1 AS d,
  2 * (
    COUNT(*) - 1
  ) AS e
FROM deals;
-- postgres:
--   -  (
--   -    20 / NULLIF(COUNT(*), 0)
--   -  ) / 2 AS c,
--   +  CAST((
--   +    CAST(20 AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0)
--   +  ) AS DOUBLE PRECISION) / 2 AS c,
-- snowflake:
--   -  (
--   -    20 / NULLIF(COUNT(*), 0)
--   -  ) / 2 AS c,
--   +  CAST((
--   +    CAST(20 AS DOUBLE) / NULLIF(COUNT(*), 0)
--   +  ) AS DOUBLE) / 2 AS c,

-- a percent literal is a hundredth
--   sum(deals.amount) * 60% as part
SELECT
  COALESCE(SUM(deals.amount), 0) * 0.60 AS part
FROM deals;

-- a case takes the first branch that holds, null without one
--   sum(case when deals.amount > 5 then 1 when amount >= 0 then 100 else 10000 end) as branches,
--   count(deals where (case when amount > 3 then 1 end) is null) as without
SELECT
  COALESCE(
    SUM(CASE WHEN deals.amount > 5 THEN 1 WHEN deals.amount >= 0 THEN 100 ELSE 10000 END),
    0
  ) AS branches,
  COUNT(*) FILTER(WHERE
    CASE WHEN deals.amount > 3 THEN 1 END IS NULL) AS without
FROM deals;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    CASE WHEN deals.amount > 3 THEN 1 END IS NULL) AS without
--   +  COUNT(CASE WHEN CASE WHEN deals.amount > 3 THEN 1 END IS NULL THEN 1 END) AS without

-- if takes its second value where the condition is null
--   sum(if(deals.amount > 3, 1, 0)) as yes, sum(if(deals.amount > 3, 0, 1)) as others
SELECT
  COALESCE(SUM(CASE WHEN deals.amount > 3 THEN 1 ELSE 0 END), 0) AS yes,
  COALESCE(SUM(CASE WHEN deals.amount > 3 THEN 0 ELSE 1 END), 0) AS others
FROM deals;

-- greatest, least and concat of a null are null
--   sum(greatest(deals.amount, cost)) as g, sum(least(deals.amount, cost)) as l,
--   count(deals where greatest(amount, cost) is null) as g_nulls, count(deals where least(amount, cost) is null) as l_nulls,
--   count(deals where concat(region, null) is null) as c_nulls
SELECT
  COALESCE(
    SUM(
      CASE
        WHEN NOT deals.amount IS NULL AND NOT deals.cost IS NULL
        THEN CASE
          WHEN deals.amount IS NULL OR deals.cost IS NULL
          THEN NULL
          ELSE GREATEST(deals.amount, deals.cost)
        END
      END
    ),
    0
  ) AS g,
  COALESCE(
    SUM(
      CASE
        WHEN NOT deals.amount IS NULL AND NOT deals.cost IS NULL
        THEN CASE
          WHEN deals.amount IS NULL OR deals.cost IS NULL
          THEN NULL
          ELSE LEAST(deals.amount, deals.cost)
        END
      END
    ),
    0
  ) AS l,
  COUNT(*) FILTER(WHERE
    CASE
      WHEN NOT deals.amount IS NULL AND NOT deals.cost IS NULL
      THEN CASE
        WHEN deals.amount IS NULL OR deals.cost IS NULL
        THEN NULL
        ELSE GREATEST(deals.amount, deals.cost)
      END
    END IS NULL) AS g_nulls,
  COUNT(*) FILTER(WHERE
    CASE
      WHEN NOT deals.amount IS NULL AND NOT deals.cost IS NULL
      THEN CASE
        WHEN deals.amount IS NULL OR deals.cost IS NULL
        THEN NULL
        ELSE LEAST(deals.amount, deals.cost)
      END
    END IS NULL) AS l_nulls,
  COUNT(*) FILTER(WHERE
    (
      deals.region || NULL
    ) IS NULL) AS c_nulls
FROM deals;
-- postgres:
--   -        THEN CASE
--   -          WHEN deals.amount IS NULL OR deals.cost IS NULL
--   -          THEN NULL
--   -          ELSE GREATEST(deals.amount, deals.cost)
--   -        END
--   +        THEN GREATEST(deals.amount, deals.cost)
--   -        THEN CASE
--   -          WHEN deals.amount IS NULL OR deals.cost IS NULL
--   -          THEN NULL
--   -          ELSE LEAST(deals.amount, deals.cost)
--   -        END
--   +        THEN LEAST(deals.amount, deals.cost)
--   -      THEN CASE
--   -        WHEN deals.amount IS NULL OR deals.cost IS NULL
--   -        THEN NULL
--   -        ELSE GREATEST(deals.amount, deals.cost)
--   -      END
--   +      THEN GREATEST(deals.amount, deals.cost)
--   -      THEN CASE
--   -        WHEN deals.amount IS NULL OR deals.cost IS NULL
--   -        THEN NULL
--   -        ELSE LEAST(deals.amount, deals.cost)
--   -      END
--   +      THEN LEAST(deals.amount, deals.cost)
-- snowflake:
--   -        THEN CASE
--   -          WHEN deals.amount IS NULL OR deals.cost IS NULL
--   -          THEN NULL
--   -          ELSE GREATEST(deals.amount, deals.cost)
--   -        END
--   +        THEN GREATEST(deals.amount, deals.cost)
--   -        THEN CASE
--   -          WHEN deals.amount IS NULL OR deals.cost IS NULL
--   -          THEN NULL
--   -          ELSE LEAST(deals.amount, deals.cost)
--   -        END
--   +        THEN LEAST(deals.amount, deals.cost)
--   -  COUNT(*) FILTER(WHERE
--   +  COUNT(
--   -      WHEN NOT deals.amount IS NULL AND NOT deals.cost IS NULL
--   -      THEN CASE
--   -        WHEN deals.amount IS NULL OR deals.cost IS NULL
--   -        THEN NULL
--   -        ELSE GREATEST(deals.amount, deals.cost)
--   -      END
--   -    END IS NULL) AS g_nulls,
--   -  COUNT(*) FILTER(WHERE
--   +      WHEN CASE
--   +        WHEN NOT deals.amount IS NULL AND NOT deals.cost IS NULL
--   +        THEN GREATEST(deals.amount, deals.cost)
--   +      END IS NULL
--   +      THEN 1
--   +    END
--   +  ) AS g_nulls,
--   +  COUNT(
--   -      WHEN NOT deals.amount IS NULL AND NOT deals.cost IS NULL
--   -      THEN CASE
--   -        WHEN deals.amount IS NULL OR deals.cost IS NULL
--   -        THEN NULL
--   -        ELSE LEAST(deals.amount, deals.cost)
--   -      END
--   -    END IS NULL) AS l_nulls,
--   -  COUNT(*) FILTER(WHERE
--   -    (
--   -      deals.region || NULL
--   -    ) IS NULL) AS c_nulls
--   +      WHEN CASE
--   +        WHEN NOT deals.amount IS NULL AND NOT deals.cost IS NULL
--   +        THEN LEAST(deals.amount, deals.cost)
--   +      END IS NULL
--   +      THEN 1
--   +    END
--   +  ) AS l_nulls,
--   +  COUNT(CASE WHEN (
--   +    deals.region || NULL
--   +  ) IS NULL THEN 1 END) AS c_nulls

-- coalesce and nullif on rows
--   sum(coalesce(deals.amount, 1)) as s, avg(nullif(deals.amount, 0)) as without_zero
SELECT
  COALESCE(SUM(COALESCE(deals.amount, 1)), 0) AS s,
  AVG(NULLIF(deals.amount, 0)) AS without_zero
FROM deals;
-- postgres:
--   -  AVG(NULLIF(deals.amount, 0)) AS without_zero
--   +  AVG(CAST(NULLIF(deals.amount, 0) AS DOUBLE PRECISION)) AS without_zero
-- snowflake:
--   -  AVG(NULLIF(deals.amount, 0)) AS without_zero
--   +  AVG(CAST(NULLIF(deals.amount, 0) AS DOUBLE)) AS without_zero

-- coalesce, greatest and abs on metric values
--   coalesce(avg(deals.amount), -1) as mean, greatest(count(deals), count(deals.amount), 1) as g,
--   abs(count(deals) - 3) as away, greatest(avg(deals.amount), 1) as g_null by deals.region
SELECT
  deals.region AS region,
  COALESCE(AVG(deals.amount), -1) AS mean,
  CASE
    WHEN NOT COUNT(*) IS NULL AND NOT COUNT(deals.amount) IS NULL
    THEN CASE
      WHEN COUNT(*) IS NULL OR COUNT(deals.amount) IS NULL OR 1 IS NULL
      THEN NULL
      ELSE GREATEST(COUNT(*), COUNT(deals.amount), 1)
    END
  END AS g,
  ABS(COUNT(*) - 3) AS away,
  CASE
    WHEN NOT AVG(deals.amount) IS NULL
    THEN CASE
      WHEN AVG(deals.amount) IS NULL OR 1 IS NULL
      THEN NULL
      ELSE GREATEST(AVG(deals.amount), 1)
    END
  END AS g_null
FROM deals
GROUP BY
  1
ORDER BY
  deals.region NULLS LAST;
-- postgres:
--   -  COALESCE(AVG(deals.amount), -1) AS mean,
--   +  COALESCE(AVG(CAST(deals.amount AS DOUBLE PRECISION)), -1) AS mean,
--   -    THEN CASE
--   -      WHEN COUNT(*) IS NULL OR COUNT(deals.amount) IS NULL OR 1 IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(COUNT(*), COUNT(deals.amount), 1)
--   -    END
--   +    THEN GREATEST(COUNT(*), COUNT(deals.amount), 1)
--   -    WHEN NOT AVG(deals.amount) IS NULL
--   -    THEN CASE
--   -      WHEN AVG(deals.amount) IS NULL OR 1 IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(AVG(deals.amount), 1)
--   -    END
--   +    WHEN NOT AVG(CAST(deals.amount AS DOUBLE PRECISION)) IS NULL
--   +    THEN GREATEST(AVG(CAST(deals.amount AS DOUBLE PRECISION)), 1)
--   -  deals.region NULLS LAST
--   +  deals.region COLLATE "C" ASC
-- snowflake:
--   -  COALESCE(AVG(deals.amount), -1) AS mean,
--   +  COALESCE(AVG(CAST(deals.amount AS DOUBLE)), -1) AS mean,
--   -    THEN CASE
--   -      WHEN COUNT(*) IS NULL OR COUNT(deals.amount) IS NULL OR 1 IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(COUNT(*), COUNT(deals.amount), 1)
--   -    END
--   +    THEN GREATEST(COUNT(*), COUNT(deals.amount), 1)
--   -    WHEN NOT AVG(deals.amount) IS NULL
--   -    THEN CASE
--   -      WHEN AVG(deals.amount) IS NULL OR 1 IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(AVG(deals.amount), 1)
--   -    END
--   +    WHEN NOT AVG(CAST(deals.amount AS DOUBLE)) IS NULL
--   +    THEN GREATEST(AVG(CAST(deals.amount AS DOUBLE)), 1)

-- rounding is to the nearest, a half away from zero
--   round(count(deals) / 2) as half, round(-count(deals) / 2) as negative, round(avg(deals.cost), 2) as two,
--   floor(avg(deals.cost)) as down, ceil(avg(deals.cost)) as up
SELECT
  ROUND(COUNT(*) / 2) AS half,
  ROUND(-COUNT(*) / 2) AS negative,
  ROUND(AVG(deals.cost), 2) AS two,
  FLOOR(AVG(deals.cost)) AS down,
  CEIL(AVG(deals.cost)) AS up
FROM deals;
-- postgres:
--   -  ROUND(COUNT(*) / 2) AS half,
--   -  ROUND(-COUNT(*) / 2) AS negative,
--   -  ROUND(AVG(deals.cost), 2) AS two,
--   -  FLOOR(AVG(deals.cost)) AS down,
--   -  CEIL(AVG(deals.cost)) AS up
--   +  ROUND(CAST(CAST(COUNT(*) AS DOUBLE PRECISION) / 2 AS DECIMAL)) AS half,
--   +  ROUND(CAST(CAST(-COUNT(*) AS DOUBLE PRECISION) / 2 AS DECIMAL)) AS negative,
--   +  ROUND(CAST(AVG(CAST(deals.cost AS DOUBLE PRECISION)) AS DECIMAL), 2) AS two,
--   +  FLOOR(AVG(CAST(deals.cost AS DOUBLE PRECISION))) AS down,
--   +  CEIL(AVG(CAST(deals.cost AS DOUBLE PRECISION))) AS up
-- snowflake:
--   -  ROUND(COUNT(*) / 2) AS half,
--   -  ROUND(-COUNT(*) / 2) AS negative,
--   -  ROUND(AVG(deals.cost), 2) AS two,
--   -  FLOOR(AVG(deals.cost)) AS down,
--   -  CEIL(AVG(deals.cost)) AS up
--   +  ROUND(CAST(COUNT(*) AS DOUBLE) / 2) AS half,
--   +  ROUND(CAST(-COUNT(*) AS DOUBLE) / 2) AS negative,
--   +  ROUND(AVG(CAST(deals.cost AS DOUBLE)), 2) AS two,
--   +  FLOOR(AVG(CAST(deals.cost AS DOUBLE))) AS down,
--   +  CEIL(AVG(CAST(deals.cost AS DOUBLE))) AS up

-- mod, power, sqrt, exp and ln
--   mod(count(deals), 3) as m, power(count(deals), 2) as p, sqrt(count(deals) + 4) as s, ln(exp(2)) * count(deals) as e
SELECT
  COUNT(*) % NULLIF(3, 0) AS m,
  POWER(CAST(COUNT(*) AS DOUBLE), CAST(2 AS DOUBLE)) AS p,
  CASE WHEN COUNT(*) + 4 >= 0 THEN SQRT(CAST(COUNT(*) + 4 AS DOUBLE)) END AS s,
  (
    CASE
      WHEN EXP(CAST(2 AS DOUBLE)) > 0
      THEN LN(CAST(EXP(CAST(2 AS DOUBLE)) AS DOUBLE))
    END
  ) * COUNT(*) AS e
FROM deals;
-- postgres:
--   -  COUNT(*) % NULLIF(3, 0) AS m,
--   -  POWER(CAST(COUNT(*) AS DOUBLE), CAST(2 AS DOUBLE)) AS p,
--   -  CASE WHEN COUNT(*) + 4 >= 0 THEN SQRT(CAST(COUNT(*) + 4 AS DOUBLE)) END AS s,
--   +  CAST(COUNT(*) AS DECIMAL) % NULLIF(CAST(3 AS DECIMAL), 0) AS m,
--   +  POWER(CAST(COUNT(*) AS DOUBLE PRECISION), CAST(2 AS DOUBLE PRECISION)) AS p,
--   +  CASE WHEN COUNT(*) + 4 >= 0 THEN SQRT(CAST(COUNT(*) + 4 AS DOUBLE PRECISION)) END AS s,
--   -      WHEN EXP(CAST(2 AS DOUBLE)) > 0
--   -      THEN LN(CAST(EXP(CAST(2 AS DOUBLE)) AS DOUBLE))
--   +      WHEN EXP(CAST(2 AS DOUBLE PRECISION)) > 0
--   +      THEN LN(CAST(EXP(CAST(2 AS DOUBLE PRECISION)) AS DOUBLE PRECISION))

-- an answer over no rows has one row
--   count(deals) as n, sum(deals.amount) as total, avg(deals.amount) as mean, count(distinct deals.region) as regions,
--   sum(deals.amount) / count(deals) as ratio
--   where deals.region = 'nowhere'
SELECT
  COUNT(*) AS n,
  COALESCE(SUM(deals.amount), 0) AS total,
  AVG(deals.amount) AS mean,
  COUNT(DISTINCT deals.region) AS regions,
  COALESCE(SUM(deals.amount), 0) / NULLIF(COUNT(*), 0) AS ratio
FROM deals
WHERE
  deals.region = 'nowhere';
-- postgres:
--   -  AVG(deals.amount) AS mean,
--   +  AVG(CAST(deals.amount AS DOUBLE PRECISION)) AS mean,
--   -  COALESCE(SUM(deals.amount), 0) / NULLIF(COUNT(*), 0) AS ratio
--   +  CAST(COALESCE(SUM(deals.amount), 0) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS ratio
-- snowflake:
--   -  AVG(deals.amount) AS mean,
--   +  AVG(CAST(deals.amount AS DOUBLE)) AS mean,
--   -  COALESCE(SUM(deals.amount), 0) / NULLIF(COUNT(*), 0) AS ratio
--   +  CAST(COALESCE(SUM(deals.amount), 0) AS DOUBLE) / NULLIF(COUNT(*), 0) AS ratio

-- sums of whole numbers beside broken ones
--   sum(deals.deal_id) + 0.5 as more, sum(deals.deal_id) - sum(deals.amount) as less, 0.5 * sum(deals.deal_id) as half,
--   greatest(sum(deals.deal_id), 4.5) as most by deals.region
SELECT
  deals.region AS region,
  COALESCE(SUM(deals.deal_id), 0) + 0.5 AS more,
  COALESCE(SUM(deals.deal_id), 0) - COALESCE(SUM(deals.amount), 0) AS less,
  0.5 * COALESCE(SUM(deals.deal_id), 0) AS half,
  CASE
    WHEN NOT COALESCE(SUM(deals.deal_id), 0) IS NULL
    THEN CASE
      WHEN COALESCE(SUM(deals.deal_id), 0) IS NULL OR 4.5 IS NULL
      THEN NULL
      ELSE GREATEST(COALESCE(SUM(deals.deal_id), 0), 4.5)
    END
  END AS most
FROM deals
GROUP BY
  1
ORDER BY
  deals.region NULLS LAST;
-- postgres:
--   -    THEN CASE
--   -      WHEN COALESCE(SUM(deals.deal_id), 0) IS NULL OR 4.5 IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(COALESCE(SUM(deals.deal_id), 0), 4.5)
--   -    END
--   +    THEN GREATEST(COALESCE(SUM(deals.deal_id), 0), 4.5)
--   -  deals.region NULLS LAST
--   +  deals.region COLLATE "C" ASC
-- snowflake:
--   -    THEN CASE
--   -      WHEN COALESCE(SUM(deals.deal_id), 0) IS NULL OR 4.5 IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(COALESCE(SUM(deals.deal_id), 0), 4.5)
--   -    END
--   +    THEN GREATEST(COALESCE(SUM(deals.deal_id), 0), 4.5)

-- a mean weighted by sums of whole numbers
--   weighted_avg(avg(deals.amount), sum(deals.deal_id) per deals.region) as mean
WITH deals_scan /* sum_deal_id, avg_amount */ AS (
  SELECT
    deals.region AS region,
    SUM(deals.deal_id) AS sum_deal_id,
    AVG(deals.amount) AS avg_amount
  FROM deals
  GROUP BY
    1
)
SELECT
  SUM(CAST(deals_scan.avg_amount AS DOUBLE) * COALESCE(deals_scan.sum_deal_id, 0)) / NULLIF(
    SUM(COALESCE(deals_scan.sum_deal_id, 0)) FILTER(WHERE
      NOT deals_scan.avg_amount IS NULL),
    0
  ) AS mean
FROM deals_scan
WHERE
  NOT deals_scan.region IS NULL;
-- postgres:
--   -    AVG(deals.amount) AS avg_amount
--   +    AVG(CAST(deals.amount AS DOUBLE PRECISION)) AS avg_amount
--   -  SUM(CAST(deals_scan.avg_amount AS DOUBLE) * COALESCE(deals_scan.sum_deal_id, 0)) / NULLIF(
--   +  CAST(SUM(
--   +    CAST(deals_scan.avg_amount AS DOUBLE PRECISION) * COALESCE(deals_scan.sum_deal_id, 0)
--   +  ) AS DOUBLE PRECISION) / NULLIF(
-- snowflake:
--   -    AVG(deals.amount) AS avg_amount
--   +    AVG(CAST(deals.amount AS DOUBLE)) AS avg_amount
--   -  SUM(CAST(deals_scan.avg_amount AS DOUBLE) * COALESCE(deals_scan.sum_deal_id, 0)) / NULLIF(
--   -    SUM(COALESCE(deals_scan.sum_deal_id, 0)) FILTER(WHERE
--   -      NOT deals_scan.avg_amount IS NULL),
--   +  CAST(SUM(CAST(deals_scan.avg_amount AS DOUBLE) * COALESCE(deals_scan.sum_deal_id, 0)) AS DOUBLE) / NULLIF(
--   +    SUM(
--   +      CASE
--   +        WHEN NOT deals_scan.avg_amount IS NULL
--   +        THEN COALESCE(deals_scan.sum_deal_id, 0)
--   +      END
--   +    ),
