package plain;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotBlank;

/** The one entity. */
@Entity
public class Note extends PanacheEntity {
    @NotBlank
    public String text;
}
