package org.investmentpipeline.catalogue;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Entries of the catalogues as they are shown, and the plain drafts as those of a tree without parents. */
@Mapper
public interface CatalogueMapper {
    CatalogueEntry.View toView(CatalogueEntry entry);

    @Mapping(target = "parent", expression = "java(department.parent())")
    Department.View toDepartment(Department department);

    @Mapping(target = "parent", expression = "java(sector.parent())")
    Sector.View toSector(Sector sector);

    Department.Draft toDraft(Sector.Draft draft);

    Department.Change toChange(Sector.Change change);

    @Mapping(target = "parent", ignore = true)
    Department.Draft toDraft(CatalogueEntry.Draft draft);

    @Mapping(target = "parent", ignore = true)
    Department.Change toChange(CatalogueEntry.Change change);

    ExchangeRate.View toRate(ExchangeRate rate);
}
