import { fstatSync, write } from 'node:fs';
import { isatty } from 'node:tty';
import { type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from '../config.js';
import { type ByteSink, LineWriter } from './lineWriter.js';
import { escapeSteering, tame } from './style.js';

export interface ServiceLogOptions {
  readonly level: LogLevel;
  /** What must stand in no line: tokens and keys. */
  readonly secrets: readonly string[];
  /** Lines for people in place of JSON. */
  readonly isReadable: boolean;
  readonly sink: ByteSink;
}

export interface ServiceLog {
  readonly logger: Logger;
  /** Resolves when everything is written, or after so many milliseconds. */
  flush(withinMs: number): Promise<void>;
}

/** What stands in place of a secret. */
const HIDDEN = '[hidden]';
/** Shorter ones would hide ordinary words. */
const SHORTEST_SECRET = 6;

/**
 * The log of a run that lasts: one line for each thing, as JSON with an ISO time, or for people at a terminal. It never keeps the
 * run waiting and never ends it, whatever becomes of where it is written.
 */
export function openServiceLog({ level, secrets, isReadable, sink }: ServiceLogOptions): ServiceLog {
  const hidden = secrets.filter(({ length }) => length >= SHORTEST_SECRET);
  const draw = (line: string): string => {
    const safe = hidden.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line);
    return isReadable ? `${readableLine(safe)}\n` : escapeSteering(safe);
  };
  const writer = new LineWriter({
    sink,
    describeLoss: (dropped) => {
      const time = new Date().toISOString();
      const msg = `${dropped} lines of the log were dropped while it could not be written`;
      return draw(`${JSON.stringify({ level: 'warn', time, dropped, msg })}\n`);
    },
  });
  const logger = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => writer.write(draw(line)) },
  );
  return { logger, flush: (withinMs) => writer.flush(withinMs) };
}

/** A line of the log for people: when, how grave, what, and what belongs to it. @param json one of pino's */
export function readableLine(json: string): string {
  const { level, time, msg, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const more = Object.entries(fields).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const seconds = String(time)
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '');
  return tame(`${seconds} ${String(level).padEnd(5)} ${String(msg ?? '')}${more.join('')}`);
}

/**
 * Standard error without waiting for who reads it. Node writes to a pipe by itself in that way, but to a file it waits, and throws when
 * the disk is full.
 */
export function standardErrorSink(): ByteSink {
  const { stderr } = process;
  if (isWaitedFor(stderr.fd)) {
    return (bytes, done) => write(stderr.fd, bytes, (error, written) => done(error, error ? 0 : written));
  }
  // The callback has the error too.
  stderr.on('error', () => {});
  return (bytes, done) => {
    stderr.write(bytes, (error) => done(error ?? null, error ? 0 : bytes.length));
  };
}

/** Whether Node waits for each write: to a file or a device that is no terminal. */
function isWaitedFor(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    return status.isFile() || (status.isCharacterDevice() && !isatty(descriptor));
  } catch {
    return false;
  }
}
