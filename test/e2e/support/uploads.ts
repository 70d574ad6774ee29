import { createHash } from 'node:crypto';
import type { LocalHub } from '@infra/local';
import type * as z from 'zod';
import {
  type FileView,
  fileResponse,
  type Registration,
  type ResultLine,
  resultLineSchema,
  uploadResponse,
} from '../../../functions/intake/files/contract.ts';
import { type Answer, makeRequests, publishToken } from './request.ts';

type Kind = Pick<Extract<Registration, { kind: 'snapshot' }>, 'kind' | 'feed'> | { kind: 'events' };
type Link = z.output<typeof uploadResponse>;

/** A system that sends files. */
export interface Uploader {
  /** Asks for a link. */
  register(body: object): Promise<Answer>;
  link(content: string | Buffer, file: Kind & { contentType: string }): Promise<Link>;
  /** Uploads by a link, and says with which status S3 answered. */
  put(link: Link, content: string | Buffer): Promise<number>;
  /** Asks for a link, uploads, and waits until the hub has nothing more to do. */
  send(content: string | Buffer, file: Kind & { contentType: string }): Promise<FileView>;
  view(fileId: string): Promise<FileView>;
  believe(fileId: string, body?: object): Promise<Answer>;
  result(view: FileView): Promise<ResultLine[]>;
}

/** Makes a system's way of sending files. */
export function makeUploader(hub: LocalHub, system: string): Uploader {
  const request = makeRequests(hub);
  const path = `/v1/systems/${system}/files`;
  const token = publishToken(hub, system);
  const post = async (to: string, body: object) =>
    request({
      method: 'POST',
      path: to,
      token: await token,
      contentType: 'application/json',
      body: JSON.stringify(body),
    });
  const uploader: Uploader = {
    register: body => post(path, body),
    async link(content, file) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      const answer = await uploader.register({ ...file, bytes: Buffer.byteLength(content), sha256 });
      if (answer.status !== 201) throw new Error(`No link: ${answer.status} ${JSON.stringify(answer.body)}`);
      return uploadResponse.parse(answer.body);
    },
    async put({ uploadUrl, headers }, content) {
      const { 'content-length': _, ...others } = headers;
      const answer = await fetch(uploadUrl, {
        method: 'PUT',
        headers: others,
        body: typeof content === 'string' ? content : new Uint8Array(content),
      });
      await answer.arrayBuffer();
      return answer.status;
    },
    async send(content, file) {
      const link = await uploader.link(content, file);
      const status = await uploader.put(link, content);
      if (status !== 200) throw new Error(`The upload was answered ${status}`);
      await hub.settled();
      return await uploader.view(link.fileId);
    },
    async view(fileId) {
      const answer = await request({ path: `${path}/${fileId}`, token: await token });
      return fileResponse.parse(answer.body);
    },
    believe: (fileId, body = {}) => post(`${path}/${fileId}/believe`, body),
    async result({ result }) {
      if (result === undefined) throw new Error('The file has no result yet');
      const text = await (await fetch(result.url)).text();
      return text
        .split('\n')
        .filter(Boolean)
        .map(line => resultLineSchema.parse(JSON.parse(line)));
    },
  };
  return uploader;
}
