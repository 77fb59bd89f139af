/** A made-up story in which every fault is known. */
export const story = `---
title: Ferry slip to close for the winter
byline: Mara Quill
date: 2026-02-11
genre: news
---

# Ferry slip to close for the winter

The Kinnaird ferry slip will close for nine weeks, the harbour trust said in a statement.

A government source said the levy would be dropped.

Ines Harrow, who runs the café on the slip, said she had asked three times to see the plan. "I was told it was with the lawyers," Harrow said.

Rents in the old port have climbed 34% since 2019.

Tom Hale and Amir Shah opened the new slip. He said it had cost less than planned.

The yard was founded in TK by two brothers.
`;

/** What is underlined in it in the default house, by how grave it is, from top to bottom. */
export const marks = {
  error: ['A government source'],
  warning: ['34%', 'He said', 'TK'],
} as const;

/** A story with nothing to find in it. */
export const calm = `Bakery wins bread prize

A bakery in Tarewa has won a prize for its rye bread, the guild of bakers said in a statement.

"We are very happy," said Lena Orr, who owns the bakery.
`;

/** What a code repository says of itself. It holds what would be a fault in a story. */
export const readme = `# slipway

Sources said the parser is fast. Downloads have climbed 34% since 2019. TK: write the rest.
`;
