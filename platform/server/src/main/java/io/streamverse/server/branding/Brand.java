package io.streamverse.server.branding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `languages` are those the service speaks, the first of them to whoever asks for none of them.
@MappedEntity("branding")
public record Brand(
        @Id short id,
        String name,
        String primaryColor,
        String backgroundColor,
        Appearance appearance,
        Typeface typeface,
        Corners corners,
        @TypeDef(type = DataType.JSON) List<String> languages,
        @TypeDef(type = DataType.JSON) Map<String, BrandText> texts,
        @TypeDef(type = DataType.JSON) @Nullable BrandPicture logo,
        @TypeDef(type = DataType.JSON) @Nullable BrandPicture icon,
        @Version int version) {
    static final short ONLY = 1;
    static final String FIRST_PRIMARY = "#3d5afe";
    static final String FIRST_BACKGROUND = "#0b0d12";

    public Theme theme() {
        return Theme.of(Color.of(primaryColor), Color.of(backgroundColor));
    }

    Brand with(BrandPatch patch) {
        return new Brand(
                id,
                patch.name(),
                patch.primaryColor(),
                patch.backgroundColor(),
                patch.appearance(),
                patch.typeface(),
                patch.corners(),
                patch.languages(),
                patch.texts(),
                logo,
                icon,
                version);
    }

    @Nullable
    BrandPicture picture(PictureKind kind) {
        return switch (kind) {
            case LOGO -> logo;
            case ICON -> icon;
        };
    }

    Brand with(PictureKind kind, @Nullable BrandPicture picture) {
        return new Brand(
                id,
                name,
                primaryColor,
                backgroundColor,
                appearance,
                typeface,
                corners,
                languages,
                texts,
                kind == PictureKind.LOGO ? picture : logo,
                kind == PictureKind.ICON ? picture : icon,
                version);
    }
}
