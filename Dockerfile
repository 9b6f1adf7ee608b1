# The server image: the API and the built dashboard. It needs a PostgreSQL server (docker-compose.yml).

FROM node:24-bookworm-slim AS manifests
WORKDIR /courseline
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/dashboard/package.json apps/dashboard/
COPY apps/e2e/package.json apps/e2e/
COPY libs/contracts/package.json libs/contracts/
COPY libs/instruments/package.json libs/instruments/
COPY libs/outcomes/package.json libs/outcomes/
COPY libs/treatment/package.json libs/treatment/

FROM manifests AS build
RUN npm ci --no-audit --no-fund
COPY . .
RUN NX_DAEMON=false npm run build

FROM manifests AS packages
# Only what the API needs: the embedded PostgreSQL belongs to npm start.
RUN npm ci --omit=dev --no-audit --no-fund --workspace=@courseline/api

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /courseline
COPY --from=packages /courseline .
COPY --from=build /courseline/libs/contracts/dist libs/contracts/dist
COPY --from=build /courseline/libs/instruments/dist libs/instruments/dist
COPY --from=build /courseline/libs/outcomes/dist libs/outcomes/dist
COPY --from=build /courseline/libs/treatment/dist libs/treatment/dist
COPY --from=build /courseline/apps/api/dist apps/api/dist
COPY --from=build /courseline/apps/dashboard/dist apps/dashboard/dist
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# It migrates the database first, under a lock: replicas that start together wait for one another.
CMD ["node", "apps/api/dist/main.js"]
