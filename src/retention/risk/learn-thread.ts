import { parentPort, workerData } from 'node:worker_threads';
import { learnRisk, type Lesson } from './learn-risk.ts';

/** Learns beside the thread that answers requests, and tells what it has learnt. */
parentPort?.postMessage(learnRisk(workerData as Lesson), []);
