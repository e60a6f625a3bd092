/** Checks requests with the validators that orval makes of the contract, as a form would before it sends them. */
import { createProjectBody, createSectorBody, createUserBody } from "./validators.js";

const checks = {
  "a code of Chinese characters": createSectorBody.safeParse({ code: "新能源", name: { zh: "新能源" } }),
  "a user of Chinese characters": createUserBody.safeParse({
    username: "王丽",
    password: "a long sentence",
    roles: ["VIEWER"],
  }),
  "a name of several lines": createProjectBody.safeParse({ name: "CMP\n半导体" }),
  "a blank name": createProjectBody.safeParse({ name: " \n " }),
  "an amount below zero": createProjectBody.safeParse({ name: "a", investment: { amount: -1 } }),
};
for (const [name, checked] of Object.entries(checks)) {
  console.log(`${name}: ${checked.success ? "right" : "wrong"}`);
}
