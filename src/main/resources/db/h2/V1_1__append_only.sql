create trigger position_append_only before update, delete on position for each row
    call 'org.investmentpipeline.period.AppendOnly';
create trigger size_tier_append_only before update, delete on size_tier for each row
    call 'org.investmentpipeline.period.AppendOnly';
create trigger project_change_append_only before update, delete on project_change for each row
    call 'org.investmentpipeline.period.AppendOnly';
