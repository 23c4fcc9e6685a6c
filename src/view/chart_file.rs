//! Pictures of time as files of their own, and what their pages say about that.

use serde::Serialize;

use super::context::ViewContext;
use super::drawing::{ChartDeps, ChartDrawing};
use super::lane_days::short_day;
use super::lanes::LanesForm;
use crate::chart::alone::{EDGE, Frame};
use crate::chart::types::Options;
use crate::messages::{escape, isolate};
use crate::model::lanes::{compared, of_site};
use crate::plan::{ChartForm, ChartOf, Plan};

/// What a page says of its picture as a file.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ChartFileView {
    /// Address of the picture as SVG.
    pub svg: String,
    /// Address of the same as PNG, if there is one.
    pub png: Option<String>,
    /// How to cite it: title, site, date and address.
    pub cite: String,
    /// HTML that shows it on another site, and leads here.
    pub embed: String,
    /// Address of the script that copies this HTML.
    pub script: String,
}

impl ViewContext<'_> {
    /// What a picture is drawn from as a file; `None` if there is no such picture.
    pub fn chart_deps(&self, of: ChartOf, form: ChartForm) -> Option<ChartDeps> {
        let drawn = match of {
            ChartOf::Lanes => {
                let lanes = self.lanes(&of_site(self.site), LanesForm::File);
                ChartDrawing::Lanes(lanes.wide.0)
            }
            ChartOf::Compare(n) => {
                let lanes = self.lanes(&compared(self.site, n)?, LanesForm::Compared);
                ChartDrawing::Lanes(lanes.wide.0)
            }
            ChartOf::Story(n) => ChartDrawing::Story(self.story_chart(n)?.wide.0),
            ChartOf::Slips => ChartDrawing::Slips(self.slips()?.wide.0),
        }
        .settled();
        let as_of = self.as_of(drawn.options());
        let address = self.absolute(&Plan::chart_page(self.site, of));
        let config = &self.site.config;
        let say = |id: &'static str| self.messages.say(id);
        let licence = config
            .data_licence
            .as_ref()
            .map(|licence| format!("{}{}{licence}", say("data-licence"), say("chart-colon")));
        let address = match self.messages.is_turned() {
            true => isolate(&address),
            false => address,
        };
        let (title, finding) = drawn.words();
        let frame = Frame {
            title: title.to_owned(),
            finding: finding.to_owned(),
            description: finding.to_owned(),
            source: format!("{} \u{b7} {address} \u{b7} {as_of}", config.title),
            licence: licence.unwrap_or_default(),
            language: config.language.clone(),
            base: config.origin.clone(),
        };
        Some(ChartDeps { form, drawn, frame })
    }

    /// What a page says of its picture, which has this title and is drawn in this way; `None` if it is no file.
    pub fn chart_file(
        &self,
        of: ChartOf,
        title: &str,
        options: Option<&Options>,
    ) -> Option<ChartFileView> {
        if !self.site.config.features.charts {
            return None;
        }
        let route = Plan::chart_route(self.site, of, ChartForm::Svg);
        let png = Plan::chart_route(self.site, of, ChartForm::Png);
        let page = self.absolute(&Plan::chart_page(self.site, of));
        let as_of = self.as_of(options);
        let args = [
            ("title", title.into()),
            ("site", (&self.site.config.title).into()),
            ("as-of", (&as_of).into()),
            ("address", (&page).into()),
        ];
        let mut embed = String::from("<a href=\"");
        escape(&page, &mut embed);
        embed.push_str("\"><img src=\"");
        escape(&self.absolute(&route), &mut embed);
        embed.push_str("\" alt=\"");
        escape(title, &mut embed);
        let wide = options.map_or(0.0, |options| options.width) + 2.0 * EDGE;
        embed.push_str(&format!("\" width=\"{wide:.0}\" loading=\"lazy\"></a>"));
        Some(ChartFileView {
            svg: self.href(&route),
            png: self.plan.find_own(&png).map(|_| self.href(&png)),
            cite: self.messages.with("chart-cite", &args),
            embed,
            script: self.whole_href(&self.plan.copy),
        })
    }

    /// "As of 9 Dec 2025."
    fn as_of(&self, options: Option<&Options>) -> String {
        let day = options.and_then(|options| short_day(self.messages, options.as_of));
        let day = day.unwrap_or_default();
        let args = [("date", (&day).into())];
        self.messages.with("lanes-as-of", &args)
    }
}
