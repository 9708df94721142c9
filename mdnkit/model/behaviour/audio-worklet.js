// Audio processors: what is registered is made and asked for a few blocks of sound, as a node of it
// would. https://webaudio.github.io/web-audio-api/#AudioWorkletGlobalScope
(function (kit) {
  "use strict";
  const QUANTUM = 128;
  const RATE = 48000;
  const BLOCKS = 2;
  const { Float32Array } = kit.global;
  const { freeze } = kit.Object;
  const unsupported = (message) => kit.domException("NotSupportedError", message);
  const isObject = (value) =>
    (typeof value === "object" && value !== null) || typeof value === "function";
  const isConstructor = kit.uncurry(kit.Object.prototype.hasOwnProperty);
  let frame = 0;

  const registered = kit.create(null);

  // The descriptors of the parameters of a processor, converted.
  function descriptors(constructor) {
    const given = constructor.parameterDescriptors;
    if (given === undefined) return [];
    const type = ["sequence", ["dictionary", "AudioParamDescriptor"]];
    const found = kit.convert(given, type, "parameterDescriptors");
    const names = kit.create(null);
    for (let i = 0; i < found.length; i += 1) {
      const { name, defaultValue, minValue, maxValue } = found[i];
      if (names[name]) throw unsupported(`there are two parameters ${name}`);
      names[name] = true;
      if (defaultValue < minValue || defaultValue > maxValue) {
        throw kit.domException("InvalidStateError", `${name}: the default is out of its range`);
      }
    }
    return found;
  }

  const silence = () => freeze([freeze([new Float32Array(QUANTUM)])]);

  function block(processor, parameters) {
    const values = {};
    for (let i = 0; i < parameters.length; i += 1) {
      const list = new Float32Array(1);
      list[0] = parameters[i].defaultValue;
      kit.data(values, parameters[i].name, list, kit.OPEN);
    }
    const { process } = processor;
    if (typeof process !== "function") return false;
    const goesOn = kit.invoke(process, processor, [silence(), silence(), freeze(values)]);
    frame += QUANTUM;
    return goesOn === true;
  }

  // https://webaudio.github.io/web-audio-api/#rendering-loop
  function play(constructor, parameters) {
    kit.assume(
      "AudioWorkletGlobalScope.registerProcessor: a node of it is made, and plays silence",
    );
    const options = { numberOfInputs: 1, numberOfOutputs: 1 };
    if (kit.spells("processorOptions")) options.processorOptions = kit.stub("processorOptions");
    const processor = kit.invoke((...args) => new constructor(...args), undefined, [options]);
    if (!isObject(processor)) return;
    let left = BLOCKS;
    const next = () => {
      left -= 1;
      if (block(processor, parameters) && left > 0) kit.queueTask(next);
    };
    kit.queueTask(next);
  }

  function port(state) {
    if (state.port === undefined) {
      state.port = kit.makeNamed("MessagePort", kit.pathTo(state, "port"));
      kit.entangle(state.port, kit.makeNamed("MessagePort", "outside"));
    }
    return state.port.object;
  }

  kit.behave("AudioWorkletProcessor", {
    // https://webaudio.github.io/web-audio-api/#dom-audioworkletprocessor-port
    "get port": port,
  });
  kit.behave("AudioWorkletGlobalScope", {
    // https://webaudio.github.io/web-audio-api/#dom-audioworkletglobalscope-registerprocessor
    registerProcessor(scope, name, constructor) {
      if (name === "") throw unsupported("a processor has a name");
      if (registered[name]) throw unsupported(`there is a processor ${name} already`);
      if (!isConstructor(constructor, "prototype") || !isObject(constructor.prototype)) {
        throw new kit.TypeError(`the processor ${name} is no class`);
      }
      const parameters = descriptors(constructor);
      registered[name] = true;
      kit.queueTask(() => play(constructor, parameters));
    },
    "get port": port,
    "get currentFrame": () => frame,
    "get currentTime": () => frame / RATE,
    "get renderQuantumSize": () => QUANTUM,
    "get sampleRate"() {
      kit.assume(`AudioWorkletGlobalScope.sampleRate: ${RATE}`);
      return RATE;
    },
  });
});
