package org.investmentpipeline.project.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One code of a set of project lists that some position has or had, so that the sets with a code are found at once. */
@Entity
@Table(name = "project_list_set")
@IdClass(ListCombination.Key.class)
class ListCombination {
    /** The set as text, and the code. */
    record Key(String codes, String code) implements Serializable {}

    @Id
    @Column(name = "codes")
    String codes = "";

    @Id
    @Column(name = "code")
    String code = "";

    protected ListCombination() {}

    ListCombination(String codes, String code) {
        this.codes = codes;
        this.code = code;
    }
}
