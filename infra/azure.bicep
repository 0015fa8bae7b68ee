// Everything that the bot needs in Azure, in one resource group. No secret passes through here: the identity has roles, and the
// keys of X are put into the vault by a person afterwards.
targetScope = 'resourceGroup'

@minLength(3)
@maxLength(10)
@description('How the names of all resources begin: lower case letters and digits.')
param baseName string = 'gehoor'

@description('Where it all runs; the Azure Bot itself is global.')
param location string = resourceGroup().location

@description('The plan that the App Service runs on.')
@allowed(['B1', 'B2', 'P0v3', 'P1v3'])
param planSku string = 'B1'

@description('How many instances run at the same time. With two the bot goes on when one dies or is updated.')
@minValue(1)
@maxValue(3)
param instances int = 2

@description('Keeps the tables in three buildings of the region instead of one.')
param zoneRedundantStorage bool = false

@description('F0 is free for Teams; S1 comes with a service level.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('What the bot may do: listening places nothing.')
@allowed(['listening', 'live'])
param mode string = 'listening'

@description('How the names of the tables begin; another one after a restore.')
@minLength(3)
param tablesPrefix string = 'gehoor'

@description('The only team that the bot works in, by its id in Teams; empty: any team of the tenant.')
param teamId string = ''

@description('Handles of the accounts on X, when their keys are in the vault. Empty: none yet.')
param xAccounts array = []

@description('Object id of the group that administers: it may read and write tables (backup, restore, doctor) and secrets.')
param administrators string = ''

@description('Address that is mailed when the bot is not ready, a reply has no receipt, or X becomes dear; empty: nobody.')
param alertAddress string = ''

@description('For how many days the logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

var name = '${baseName}-${uniqueString(resourceGroup().id)}'

module identity 'azure/identity.bicep' = {
  name: 'identity'
  params: { name: name, location: location }
}

module monitoring 'azure/monitoring.bicep' = {
  name: 'monitoring'
  params: { name: name, location: location, logDays: logDays }
}

module tables 'azure/tables.bicep' = {
  name: 'tables'
  params: {
    name: take(replace(name, '-', ''), 24)
    location: location
    zoneRedundant: zoneRedundantStorage
    principalId: identity.outputs.principalId
    administrators: administrators
  }
}

module vault 'azure/vault.bicep' = {
  name: 'vault'
  params: {
    name: take(name, 24)
    location: location
    principalId: identity.outputs.principalId
    administrators: administrators
  }
}

module app 'azure/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    planSku: planSku
    instances: instances
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    tablesEndpoint: tables.outputs.endpoint
    tablesPrefix: tablesPrefix
    vaultName: vault.outputs.name
    workspaceId: monitoring.outputs.workspaceId
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    mode: mode
    teamId: teamId
    xAccounts: xAccounts
  }
}

module bot 'azure/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    sku: botSku
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    host: app.outputs.host
  }
}

module alerts 'azure/alerts.bicep' = if (!empty(alertAddress)) {
  name: 'alerts'
  params: {
    name: name
    location: location
    address: alertAddress
    host: app.outputs.host
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
  }
}

// The toolkit writes these into env/.env.dev, for the steps that follow.
output BOT_ID string = identity.outputs.clientId
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = app.outputs.id
output BOT_HOST string = app.outputs.host
output TABLES_ENDPOINT string = tables.outputs.endpoint
output VAULT_NAME string = vault.outputs.name
