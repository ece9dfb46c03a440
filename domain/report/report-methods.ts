/** The exact definition of each figure. */
export const DEFINITIONS: readonly string[] = [
  "Found the same statements: F1 = 2·ΣTP / Σ(|A| + |B|), summed over documents and pairs of annotators; TP are one-to-one matches, as many as possible. Symmetric, needs no true negatives, not corrected for chance. Documents in which nobody marked anything have no part in it (Hripcsak and Rothschild 2005).",
  "Marked the same text: |uα = 1 − observed / expected mismatch of marked and unmarked text, in code points; coincidences of all documents are summed before one coefficient is computed (Krippendorff, Mathet, Bouvry and Widlöcher 2016).",
  "Krippendorff's α = 1 − D_o / D_e over the coincidences of labels of one unit, any number of annotators, missing labels left missing. Nominal: δ² = 1 for different labels. Ordinal: δ² = (Σ n_g from c to k − (n_c + n_k)/2)², with the order the codebook declares. Interval: δ² = (c − k)² (Krippendorff 2004, 2011).",
  "Raw agreement: Σ over units of Σ n_c(n_c − 1)/(m − 1), divided by the number of labels in units with two or more: how often two annotators picked at random agree. Not corrected for chance.",
  "Stance and target of stance are those of the first stance of a statement. Speakers are compared by entity, after merges.",
  "Per label: α of “this label or not”; positive specific agreement 2a / (2a + b + c) over pairs of labels, where a: both, b + c: exactly one.",
  "Cohen's κ of two annotators over the statements both labelled; with quadratic weights on a scale (Cohen 1960, 1968).",
  "Gwet's AC1 is given only to judge a low α beside a high raw agreement (Gwet 2008).",
  "Intervals: delete-one-document jackknife with a t quantile, 95 %; statements of one document are not independent of each other. None is given under 5 documents or 30 statements; a coefficient is reported from 10 statements on.",
];

export const REFERENCES: readonly string[] = [
  "Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37–46.",
  "Cohen, J. (1968). Weighted kappa. Psychological Bulletin 70, 213–220.",
  "Dawid, A. P., and Skene, A. M. (1979). Maximum likelihood estimation of observer error-rates using the EM algorithm. Applied Statistics 28, 20–28.",
  "Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76, 378–382.",
  "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of Mathematical and Statistical Psychology 61, 29–48.",
  "Hripcsak, G., and Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. Journal of the American Medical Informatics Association 12, 296–298.",
  "Hovy, D., Berg-Kirkpatrick, T., Vaswani, A., and Hovy, E. (2013). Learning whom to trust with MACE. Proceedings of NAACL-HLT 2013, 1120–1130.",
  "Krippendorff, K. (2004). Content Analysis: An Introduction to Its Methodology (2nd ed.). Sage.",
  "Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania.",
  "Krippendorff, K., Mathet, Y., Bouvry, S., and Widlöcher, A. (2016). On the reliability of unitizing textual continua. Quality & Quantity 50, 2347–2364.",
  "Light, R. J. (1971). Measures of response agreement for qualitative data: Some generalizations and alternatives. Psychological Bulletin 76, 365–377.",
  "Scott, W. A. (1955). Reliability of content analysis: The case of nominal scale coding. Public Opinion Quarterly 19, 321–325.",
];
