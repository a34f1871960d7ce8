import { describe, expect, it } from 'vitest';
import { protocolOfAddress } from '../../../../src/search/reader/remote/protocols.js';

describe('the protocol of an address', () => {
  it.each([
    ['http://localhost:8080/v1/rerank', 'rerank'],
    ['https://api.cohere.example/v2/rerank', 'rerank'],
    ['http://localhost:8080/rerank', 'tei'],
    ['http://localhost:11434/v1/systemone', 'decision'],
    ['https://gateway.example/api/v1/systemone', 'decision'],
    ['http://localhost:11434/v1/chat/completions', 'chat'],
    ['http://localhost:11434/v1/chat/completions/?version=2', 'chat'],
  ])('%s is told by how its path ends: %s', (url, name) => {
    expect(protocolOfAddress(url)).toBe(name);
  });

  it.each([
    'http://localhost:8080',
    'http://localhost:8080/v1/embeddings',
    'http://localhost/?x=/v1/rerank',
    'http://localhost/prerank',
  ])('%s tells none', (url) => {
    expect(protocolOfAddress(url)).toBeNull();
  });
});
