/** What the tests use of it; its published types know neither its options nor its answers. */
declare module "jsonld" {
  interface Term {
    value: string;
    datatype?: { value: string };
  }
  export interface Quad {
    subject: Term;
    predicate: Term;
    object: Term;
  }
  interface Options {
    safe: boolean;
    documentLoader(url: string): Promise<{ document: object; documentUrl: string }>;
  }
  const jsonld: { toRDF(document: object, options: Options): Promise<Quad[]> };
  export default jsonld;
}
