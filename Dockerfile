# Two stages: wheels checked against the lock file's hashes, then an image without tools.
FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements.lock ./
RUN pip download --no-cache-dir --require-hashes --only-binary=:all: --dest /wheels -r requirements.lock
COPY pyproject.toml ./
COPY analysis analysis
COPY bot bot
COPY demo demo
COPY handlers handlers
COPY jobs jobs
COPY locales locales
COPY models models
COPY search search
COPY web web
# Only what Lotse runs on is installed, from the checked wheels: there is one version of each.
RUN python -m venv /venv && /venv/bin/pip install --no-index --find-links /wheels .

FROM python:3.11-slim
RUN useradd --uid 10001 --no-create-home lotse && install -d -o lotse -g lotse /data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 LOTSE_HTTP_HOST=0.0.0.0
# The database file and the secret key lie in the working directory unless settings say otherwise.
WORKDIR /data
VOLUME /data
USER lotse
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as web; web.urlopen('http://127.0.0.1:8080/health', timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["lotse", "run"]
