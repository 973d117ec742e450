import { DefaultPayloadConverter, type Payload, type PayloadConverter } from '@temporalio/common';

const standard = new DefaultPayloadConverter();
/**
 * A payload that cannot be decoded becomes a value that no form accepts: the arguments of a signal are decoded outside every handler, and an error
 * there fails the workflow task for ever.
 */
export const payloadConverter: PayloadConverter = {
  toPayload: (value) => standard.toPayload(value),
  fromPayload: <T>(payload: Payload): T => {
    try {
      return standard.fromPayload<T>(payload);
    } catch (error) {
      return { undecodable: String(error) } as T;
    }
  },
};
