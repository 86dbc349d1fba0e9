-- Small tables in the shape of Salesforce's standard objects, with deleted rows among them.
CREATE SCHEMA salesforce;
CREATE TABLE salesforce.account (
  id TEXT, name TEXT, industry TEXT, billing_country TEXT, number_of_employees INTEGER, account_source TEXT,
  created_date TIMESTAMP, is_deleted BOOLEAN);
INSERT INTO salesforce.account VALUES
  ('001A', 'Acme', 'Steel', 'US', 500, 'Web', '2024-01-01', false),
  ('001B', 'Bolt', 'Retail', 'JP', 20, 'Partner Referral', '2024-01-01', false),
  ('001C', 'Calm', 'Retail', 'JP', 10, 'Web', '2024-01-01', false),    -- never won
  ('001D', 'Dust', 'Retail', 'US', 10, 'Web', '2024-01-01', true);
CREATE TABLE salesforce."user" (id TEXT, name TEXT, department TEXT, manager_id TEXT);
INSERT INTO salesforce."user" VALUES ('005X', 'Xena', 'sales', NULL), ('005Y', 'Yuri', 'sales', '005X');
CREATE TABLE salesforce.lead (
  id TEXT, lead_source TEXT, country TEXT, status TEXT, owner_id TEXT, is_converted BOOLEAN, converted_date DATE,
  converted_account_id TEXT, created_date TIMESTAMP, is_deleted BOOLEAN);
INSERT INTO salesforce.lead VALUES
  ('00Q1', 'Web', 'US', 'Closed - Converted', '005X', true, '2025-01-15', '001A', '2025-01-02 09:00:00', false),
  ('00Q2', 'Web', 'US', 'Working - Contacted', '005X', false, NULL, NULL, '2025-01-03 09:00:00', false),
  ('00Q3', 'Other', 'JP', 'Closed - Not Converted', '005Y', false, NULL, NULL, '2025-02-03 09:00:00', false),
  ('00Q4', 'Other', 'JP', 'Closed - Converted', '005Y', true, '2025-02-04', '001B', '2025-02-03 09:00:00', false),
  ('00Q5', 'Other', 'JP', 'Closed - Converted', '005Y', true, '2025-02-04', '001B', '2025-02-03 09:00:00', true);
CREATE TABLE salesforce.opportunity (
  id TEXT, account_id TEXT, owner_id TEXT, name TEXT, type TEXT, lead_source TEXT, stage_name TEXT, amount DOUBLE,
  close_date DATE, created_date TIMESTAMP, is_won BOOLEAN, is_closed BOOLEAN, is_deleted BOOLEAN);
INSERT INTO salesforce.opportunity VALUES
  ('0061', '001A', '005X', 'a', 'New Customer', 'Web', 'Closed Won', 1000, '2025-01-31', '2025-01-01', true, true, false),
  ('0062', '001A', '005X', 'b', 'Existing Customer - Upgrade', 'Web', 'Closed Lost', 400, '2025-02-10', '2025-01-20', false, true, false),
  ('0063', '001B', '005Y', 'c', 'New Customer', 'Other', 'Closed Won', 3000, '2025-02-20', '2025-02-01', true, true, false),
  ('0064', '001C', '005Y', 'd', 'New Customer', 'Web', 'Negotiation/Review', 5000, '2025-02-28', '2025-02-05', false, false, false),
  ('0065', '001D', '005Y', 'e', 'New Customer', 'Web', 'Closed Won', 9000, '2025-02-28', '2025-02-05', true, true, true);
CREATE TABLE salesforce.opportunity_field_history (
  id TEXT, opportunity_id TEXT, field TEXT, old_value TEXT, new_value TEXT, created_date TIMESTAMP, is_deleted BOOLEAN);
INSERT INTO salesforce.opportunity_field_history VALUES
  ('h1', '0061', 'StageName', 'Prospecting', 'Proposal/Price Quote', '2025-01-11', false),  -- 10 days in qualification
  ('h2', '0061', 'Amount', '900', '1000', '2025-01-12', false),
  ('h3', '0061', 'StageName', 'Proposal/Price Quote', 'Closed Won', '2025-01-31', false),   -- 20 days in proposal
  ('h4', '0062', 'StageName', 'Qualification', 'Closed Lost', '2025-02-10', false),         -- 21 days in qualification
  ('h5', '0063', 'StageName', 'Needs Analysis', 'Closed Won', '2025-02-20', false),         -- 19 days in needs
  ('h6', '0065', 'StageName', 'Needs Analysis', 'Closed Won', '2025-02-20', false);
CREATE TABLE salesforce.task (
  id TEXT, account_id TEXT, what_id TEXT, owner_id TEXT, subject TEXT, task_subtype TEXT, call_type TEXT,
  call_duration_in_seconds INTEGER, completed_date_time TIMESTAMP, is_closed BOOLEAN, is_deleted BOOLEAN);
INSERT INTO salesforce.task VALUES
  ('00T1', '001A', '0061', '005X', 'call', 'Call', 'Outbound', 60, '2025-01-05 10:00:00', true, false),
  ('00T2', '001A', '0061', '005X', 'mail', 'Email', NULL, NULL, '2025-01-06 10:00:00', true, false),
  ('00T3', '001B', '0063', '005Y', 'call', 'Call', 'Outbound', 90, '2025-02-06 10:00:00', true, false),
  ('00T4', '001B', '0063', '005Y', 'planned', 'Call', 'Outbound', NULL, NULL, false, false),
  ('00T5', '001B', '5001', '005Y', 'service', 'Call', 'Outbound', 30, '2025-02-07 10:00:00', true, false),
  ('00T6', '001B', '5001', '005Y', 'service', 'Call', 'Inbound', 30, '2025-02-07 11:00:00', true, false),
  ('00T7', '001B', '0063', '005Y', 'deleted', 'Call', 'Outbound', 30, '2025-02-07 11:00:00', true, true);
CREATE TABLE salesforce."case" (
  id TEXT, account_id TEXT, owner_id TEXT, type TEXT, priority TEXT, origin TEXT, created_date TIMESTAMP,
  closed_date TIMESTAMP, is_deleted BOOLEAN);
INSERT INTO salesforce."case" VALUES
  ('5001', '001B', '005Y', 'Problem', 'Medium', 'Phone', '2025-02-01 08:00:00', '2025-02-01 18:00:00', false),
  ('5002', '001A', '005Y', 'Question', 'High', 'Email', '2025-02-02 08:00:00', '2025-02-03 04:00:00', false),
  ('5003', '001A', '005Y', 'Question', 'High', 'Web', '2025-02-03 08:00:00', NULL, false),
  ('5004', '001A', '005Y', 'Question', 'High', 'Web', '2025-02-03 08:00:00', '2025-02-03 09:00:00', true);
CREATE TABLE salesforce.campaign (
  id TEXT, name TEXT, type TEXT, status TEXT, start_date DATE, end_date DATE, actual_cost DOUBLE, is_deleted BOOLEAN);
INSERT INTO salesforce.campaign VALUES
  ('7011', 'Spring', 'Email', 'Completed', '2025-02-01', '2025-02-28', 100, false),
  ('7012', 'Oops', 'Email', 'Aborted', '2025-02-01', '2025-02-28', 100, true);
CREATE TABLE salesforce.campaign_member (
  id TEXT, campaign_id TEXT, lead_id TEXT, contact_id TEXT, status TEXT, has_responded BOOLEAN,
  first_responded_date DATE, created_date TIMESTAMP, is_deleted BOOLEAN);
INSERT INTO salesforce.campaign_member VALUES
  ('00v1', '7011', '00Q3', NULL, 'Sent', false, NULL, '2025-02-01 09:00:00', false),
  ('00v2', '7011', '00Q4', NULL, 'Responded', true, '2025-02-03', '2025-02-01 09:00:00', false),
  ('00v3', '7011', NULL, '0031', 'Planned', false, NULL, '2025-02-01 09:00:00', false),
  ('00v4', '7011', NULL, '0032', 'Sent', false, NULL, '2025-02-01 09:00:00', false);
