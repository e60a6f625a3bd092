module.exports = {
  pipeline: {
    input: "../../../openapi/openapi.yaml",
    output: { client: "zod", target: "validators.ts" },
  },
};
