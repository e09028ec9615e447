/** The variable that the documentation of gateways names. */
export const GATEWAY_KEY = 'API_KEY';
