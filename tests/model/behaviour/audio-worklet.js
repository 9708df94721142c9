// scope: AudioWorkletGlobalScope

test("members of audio worklets, and none of other scopes", () => {
  equal([currentFrame, currentTime, renderQuantumSize, sampleRate > 0], [0, 0, 128, true]);
  equal(
    ["fetch", "setTimeout", "self", "document", "caches", "AudioContext"].filter(
      (name) => name in globalThis,
    ),
    [],
  );
  equal([String(globalThis), port === port], ["[object AudioWorkletGlobalScope]", true]);
});

test("what cannot be registered", () => {
  class Twice extends AudioWorkletProcessor {
    static parameterDescriptors = [{ name: "a" }, { name: "a" }];
  }
  class Wrong extends AudioWorkletProcessor {
    static parameterDescriptors = [{ name: "a", defaultValue: 2, maxValue: 1 }];
  }
  throws("NotSupportedError", () => registerProcessor("", class {}));
  throws("TypeError", () => registerProcessor("none", () => {}));
  throws("NotSupportedError", () => registerProcessor("twice", Twice));
  throws("InvalidStateError", () => registerProcessor("wrong", Wrong));
  registerProcessor("known", class {});
  throws("NotSupportedError", () => registerProcessor("known", class {}));
});

test("a processor is made and asked for sound as long as it wants", async () => {
  const heard = [];
  const options = await new Promise((resolve) => {
    class Processor extends AudioWorkletProcessor {
      static get parameterDescriptors() {
        return [{ name: "gain", defaultValue: 0.5 }];
      }

      constructor(given) {
        super();
        this.given = given;
      }

      process(inputs, outputs, parameters) {
        heard.push(inputs[0][0].length, outputs[0][0][0], parameters.gain[0], currentFrame);
        if (currentFrame > 0) resolve(this.given);
        return currentFrame === 0;
      }
    }
    registerProcessor("gain", Processor);
  });
  equal([options.numberOfInputs, options.numberOfOutputs], [1, 1]);
  equal(heard, [128, 0, 0.5, 0, 128, 0, 0.5, 128]);
});

test("a processor has a port", async () => {
  const made = await new Promise((resolve) => {
    class Processor extends AudioWorkletProcessor {
      constructor() {
        super();
        resolve(this.port);
      }
    }
    registerProcessor("port", Processor);
  });
  equal(made instanceof MessagePort, true);
  made.postMessage("made");
});
