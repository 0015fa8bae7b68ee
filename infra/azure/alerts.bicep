// Who is mailed, and about what. The sentences are what the bot logs; a test holds them against its code.
param name string
param location string
param address string
param host string
param workspaceId string
param insightsId string

var sentences = [
  {
    name: 'no-receipt'
    severity: 1
    title: 'Gehoor: a reply has no receipt'
    logged: 'a reply without receipt was looked up and not found'
  }
  {
    name: 'spending'
    severity: 2
    title: 'Gehoor: X is nearing its monthly ceiling'
    logged: 'the coordinators were told of what is spent'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-people'
  location: 'global'
  properties: {
    groupShortName: 'gehoor'
    enabled: true
    emailReceivers: [
      { name: 'administrators', emailAddress: address, useCommonAlertSchema: true }
    ]
  }
}

// From three places outside, every quarter of an hour: /ready answers 200 only when tables and channel are there.
resource ready 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-ready'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${insightsId}': 'Resource' }
  properties: {
    SyntheticMonitorId: '${name}-ready'
    Name: 'Gehoor is ready'
    Enabled: true
    Kind: 'standard'
    Frequency: 900
    Timeout: 30
    RetryEnabled: true
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-gb-db3-azr' }
      { Id: 'emea-se-sto-edge' }
    ]
    Request: { RequestUrl: 'https://${host}/ready', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-ready'
  location: 'global'
  properties: {
    description: 'Gehoor is not ready: https://${host}/ready says which part is not, in words.'
    severity: 1
    enabled: true
    scopes: [ready.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: ready.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      { actionGroupId: people.id }
    ]
  }
}

resource said 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for one in sentences: {
    name: '${name}-${one.name}'
    location: location
    properties: {
      displayName: one.title
      severity: one.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      // The table is there only after the first log line.
      skipQueryValidation: true
      autoMitigate: false
      criteria: {
        allOf: [
          {
            query: 'AppServiceConsoleLogs | where ResultDescription has "${one.logged}"'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]
