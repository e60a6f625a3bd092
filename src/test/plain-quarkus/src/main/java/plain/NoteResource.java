package plain;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** The one resource. */
@Path("/notes")
public class NoteResource {
    @GET
    public List<Note> list() {
        return Note.listAll();
    }

    @POST
    @Transactional
    public Note add(@Valid Note note) {
        note.persist();
        return note;
    }
}
