package io.streamverse.server.drm;

import io.streamverse.server.providers.Provider;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(name = "DrmProviderList", description = "Who issues licences, one for each system at most.")
record ProvidersResponse(List<Provider> data) {}
