/** A command with a bug, to see what its user is told. */
export default {
  kind: 'slash',
  name: 'broken',
  description: 'Fails',
  options: {},
  run: async () => {
    throw new TypeError('the inner detail that is for the log alone');
  },
};
