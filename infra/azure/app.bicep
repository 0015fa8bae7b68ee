// The App Service that runs the bot, and every setting that it starts with.
param name string
param location string
param planSku string
param instances int
param identityId string
param clientId string
param tablesEndpoint string
param tablesPrefix string
param vaultName string
param workspaceId string
param insightsConnectionString string
param mode string
param teamId string
param xAccounts array

// A secret is named as its variable, with hyphens: X_ACCESS_TOKEN_GEM_X is x-access-token-gem-x.
var inVault = '@Microsoft.KeyVault(VaultName=${vaultName};SecretName='
var accountSettings = flatten(map(xAccounts, handle => [
  {
    name: 'X_ACCESS_TOKEN_${toUpper(handle)}'
    value: '${inVault}x-access-token-${toLower(replace(handle, '_', '-'))})'
  }
  {
    name: 'X_ACCESS_SECRET_${toUpper(handle)}'
    value: '${inVault}x-access-secret-${toLower(replace(handle, '_', '-'))})'
  }
]))
var xSettings = empty(xAccounts) ? [] : concat(accountSettings, [
  { name: 'X_APP_KEY', value: '${inVault}x-app-key)' }
  { name: 'X_APP_SECRET', value: '${inVault}x-app-secret)' }
])
var teamSettings = empty(teamId) ? [] : [
  { name: 'TEAMS_TEAM_ID', value: teamId }
]

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: planSku, capacity: instances }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      // Not npm start: npm stands between the signal to stop and the bot.
      appCommandLine: 'node --import tsx bot/main.ts'
      alwaysOn: true
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/health'
      appSettings: concat(teamSettings, xSettings, [
        { name: 'BOT_TYPE', value: 'UserAssignedMSI' }
        { name: 'BOT_ID', value: clientId }
        { name: 'BOT_TENANT_ID', value: tenant().tenantId }
        { name: 'TABLES_ENDPOINT', value: tablesEndpoint }
        { name: 'TABLES_PREFIX', value: tablesPrefix }
        { name: 'WEBCARE_MODE', value: mode }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnectionString }
        // Which of its identities the client of the tables signs in with.
        { name: 'AZURE_CLIENT_ID', value: clientId }
        { name: 'WEBSITE_RUN_FROM_PACKAGE', value: '1' }
        { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'false' }
      ])
    }
  }
}

resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: site
  name: 'ftp'
  properties: { allow: false }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
      { category: 'AppServiceAuditLogs', enabled: true }
    ]
  }
}

output id string = site.id
output host string = site.properties.defaultHostName
