/** A style sheet of `media`: bundled into the one that its page loads. */
declare module '*.css';
