package org.investmentpipeline.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Where a project lands (片区/园区). */
@Entity
@Table(name = "zone")
public class Zone extends CatalogueEntry {}
