package org.investmentpipeline.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The industry a project belongs to (产业), from the bureau's own list. */
@Entity
@Table(name = "sector")
public class Sector extends CatalogueEntry {}
