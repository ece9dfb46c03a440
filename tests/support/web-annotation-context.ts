const OA = "http://www.w3.org/ns/oa#";
const ACTIVITY = "http://www.w3.org/ns/activitystreams#";
const DCTERMS = "http://purl.org/dc/terms/";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const FOAF = "http://xmlns.com/foaf/0.1/";

const link = (id: string) => ({ "@id": id, "@type": "@id" });
const word = (id: string) => ({ "@id": id, "@type": "@vocab" });
const typed = (id: string, type: string) => ({ "@id": id, "@type": `${XSD}${type}` });

/**
 * What http://www.w3.org/ns/anno.jsonld says of the terms an export uses, after the Web Annotation Vocabulary (W3C
 * Recommendation of 23 February 2017): tests have no network. A term that is missing here is told by the expander.
 */
export const WEB_ANNOTATION_CONTEXT = {
  "@context": {
    id: "@id",
    type: "@type",
    Annotation: `${OA}Annotation`,
    AnnotationCollection: `${ACTIVITY}OrderedCollection`,
    AnnotationPage: `${ACTIVITY}OrderedCollectionPage`,
    Person: `${FOAF}Person`,
    Software: `${ACTIVITY}Application`,
    SpecificResource: `${OA}SpecificResource`,
    Text: "http://purl.org/dc/dcmitype/Text",
    TextPositionSelector: `${OA}TextPositionSelector`,
    TextQuoteSelector: `${OA}TextQuoteSelector`,
    TextualBody: `${OA}TextualBody`,
    classifying: `${OA}classifying`,
    commenting: `${OA}commenting`,
    describing: `${OA}describing`,
    identifying: `${OA}identifying`,
    body: link(`${OA}hasBody`),
    created: typed(`${DCTERMS}created`, "dateTime"),
    creator: link(`${DCTERMS}creator`),
    end: typed(`${OA}end`, "nonNegativeInteger"),
    exact: `${OA}exact`,
    first: link(`${ACTIVITY}first`),
    items: { ...link(`${ACTIVITY}items`), "@container": "@list" },
    label: "http://www.w3.org/2000/01/rdf-schema#label",
    modified: typed(`${DCTERMS}modified`, "dateTime"),
    motivation: word(`${OA}motivatedBy`),
    nickname: `${FOAF}nick`,
    prefix: `${OA}prefix`,
    purpose: word(`${OA}hasPurpose`),
    selector: link(`${OA}hasSelector`),
    source: link(`${OA}hasSource`),
    start: typed(`${OA}start`, "nonNegativeInteger"),
    startIndex: typed(`${ACTIVITY}startIndex`, "nonNegativeInteger"),
    suffix: `${OA}suffix`,
    target: link(`${OA}hasTarget`),
    value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
  },
};
