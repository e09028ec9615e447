/** Where SmartExtract's API keys are made and enabled (its documentation, "API Key Management"). */
export const API_KEYS_PAGE = 'https://app.clik.ai/smart-extract/account/admin/account/apiKeys';
