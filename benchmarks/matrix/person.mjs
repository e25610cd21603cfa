// A person with Element's own engine (matrix-js-sdk and the Rust crypto beneath it), who excludes
// insecure devices. Reads its orders as JSON lines, writes what comes of them as JSON lines.
import * as readline from "node:readline";

Promise.withResolvers ??= () => {
  let resolve, reject;
  const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
};

const sdk = await import("matrix-js-sdk");
const { EventShieldColour, EventShieldReason, OnlySignedDevicesIsolationMode } = await import(
  "matrix-js-sdk/lib/crypto-api/index.js"
);
const { logger } = await import("matrix-js-sdk/lib/logger.js");
logger.setLevel?.("silent");
for (const name of ["log", "info", "warn", "debug", "error", "trace"]) console[name] = () => {};

const say = (what) => process.stdout.write(JSON.stringify(what) + "\n");
let client;
let room;

async function login({ url, user, password, device }) {
  const session = await sdk
    .createClient({ baseUrl: url })
    .loginRequest({ type: "m.login.password", identifier: { type: "m.id.user", user }, password });
  client = sdk.createClient({
    baseUrl: url,
    userId: session.user_id,
    deviceId: session.device_id,
    accessToken: session.access_token,
  });
  await client.initRustCrypto({ useIndexedDB: false });
  client.getCrypto().setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
  await client.getCrypto().bootstrapCrossSigning({
    authUploadDeviceSigningKeys: (upload) => upload(null), // free of a password the first time
  });
  await client.startClient({ initialSyncLimit: 20 });
  await new Promise((done) => client.once(sdk.ClientEvent.Sync, done));
  say({ done: "login" });
}

async function invite({ bot }) {
  const content = { algorithm: "m.megolm.v1.aes-sha2" };
  const created = await client.createRoom({
    invite: [bot],
    is_direct: true,
    preset: "trusted_private_chat",
    initial_state: [{ type: "m.room.encryption", state_key: "", content }],
  });
  room = created.room_id;
  await until(() => client.getRoom(room)?.getMember(bot)?.membership === "join");
  say({ done: "invite", room });
}

async function ask({ text, bot }) {
  const asked = await client.sendTextMessage(room, text);
  const answer = await until(() => {
    const events = client.getRoom(room).getLiveTimeline().getEvents();
    const place = events.findIndex((event) => event.getId() === asked.event_id);
    return events
      .slice(place + 1)
      .find((e) => e.getSender() === bot && e.isEncrypted() && !e.isBeingDecrypted());
  });
  await answer.attemptDecryption?.(client.getCrypto(), {}).catch(() => {});
  const crypto = client.getCrypto();
  const shield = await crypto.getEncryptionInfoForEvent(answer);
  const device = await crypto.getDeviceVerificationStatus(
    bot,
    [...(await crypto.getUserDeviceInfo([bot], true)).get(bot).keys()].at(-1),
  );
  const user = await crypto.getUserVerificationStatus(bot);
  say({
    done: "ask",
    body: answer.getContent().body,
    failed: answer.isDecryptionFailure(),
    shield: EventShieldColour[shield.shieldColour],
    reason: shield.shieldReason === null ? null : EventShieldReason[shield.shieldReason],
    signedByOwner: device.signedByOwner,
    needsUserApproval: user.needsUserApproval,
  });
}

async function until(found) {
  for (;;) {
    const what = found();
    if (what) return what;
    await new Promise((go) => setTimeout(go, 50));
  }
}

const orders = { login, invite, ask };
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { order, ...rest } = JSON.parse(line);
  try {
    await orders[order](rest);
  } catch (error) {
    say({ failed: order, error: String(error) });
  }
}
client?.stopClient();
process.exit(0);
