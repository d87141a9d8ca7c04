/** The id of an import's run; a module without workflow code, because the row that names it is written before the run is there. */
export const ingestionWorkflowId = (brokerage: string, importNo: number): string => `ingestion/${brokerage}/${importNo}`;
