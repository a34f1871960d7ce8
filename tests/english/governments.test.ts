import { describe, expect, it } from 'vitest';
import { isOneGovernment } from '../../src/english/governments.js';

describe('isOneGovernment', () => {
  it.each([
    ['Ottawa', 'Canada'],
    ['New Delhi', 'India'],
    ['Downing Street', 'Britain'],
    ['Brussels', 'EU'],
  ])('takes a seat for the country that it governs: %s, %s', (seat, country) => {
    expect(isOneGovernment(seat, country)).toBe(true);
    expect(isOneGovernment(country, seat)).toBe(true);
  });

  it('takes two seats of one country, and two spellings of one seat, for one government', () => {
    expect(isOneGovernment('Washington', 'White House')).toBe(true);
    expect(isOneGovernment('Kiev', 'Kyiv')).toBe(true);
  });

  it('knows short forms, with stops or without, and possessives', () => {
    expect(isOneGovernment('U.S.', 'United States')).toBe(true);
    expect(isOneGovernment('UK', 'London')).toBe(true);
    expect(isOneGovernment("Tokyo's", 'Japan')).toBe(true);
    expect(isOneGovernment('Tokyo’s', 'Japan')).toBe(true);
  });

  it('keeps different governments apart, and names of which it knows nothing', () => {
    expect(isOneGovernment('Seoul', 'Pyongyang')).toBe(false);
    expect(isOneGovernment('Rome', 'France')).toBe(false);
    expect(isOneGovernment('Ostrin', 'Halvia')).toBe(false);
  });

  it('takes any name for itself, in any case', () => {
    expect(isOneGovernment('Halvia', 'HALVIA')).toBe(true);
  });
});
